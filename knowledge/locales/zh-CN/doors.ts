/** What the bot says of the ways in: of what it cannot read, and of what became of a message. */
export const doors = {
  /** The reply to a message without text, by what it holds. */
  unreadable: {
    photo: '图片我看不了，只能读文字。请把问题打成一句话；问的是某个页面，就把页面上的提示原文打给我。',
    document:
      '文件我打不开，只能读文字。请把问题打成一句话；材料和证件请不要发给我，要交的东西都在单一窗口里交。',
    voice: '语音我听不了，只能读文字。请把问题打成一句话发给我，或者用输入法的语音转文字。',
    video: '视频我看不了，只能读文字。请把问题打成一句话；问的是某个页面，就把页面上的提示原文打给我。',
    sticker: '表情我看不懂，只能读文字。有问题请打成一句话发给我。',
    other: '这类消息我读不了，只能读文字。请把问题打成一句话发给我。',
  },
  /** Under the reply to a text that came with a picture or a file. */
  textOnlyRead: '（一起发来的图片或文件我看不了，以上只按文字回答。）',
  /** What is left of an answer when its question was changed and the new answer is shorter. */
  answeredAbove: '（问题改过了，请看上面改过的回答。）',
  /** Of one person within a few minutes; what follows is not answered for as long. */
  tooMuchTalk: '您这几分钟发得太多了，我先停几分钟再答。',
  botpress: {
    settingsIncomplete: (p: { missing: string }): string =>
      `Botpress 的设置不全：还要设 ${p.missing}；不用 Botpress 的话，请把 BOTPRESS_* 各项都删去。`,
    doctor: {
      fine: 'Botpress：令牌可用。',
      address: (p: { url: string }): string => `Botpress：回调地址是 ${p.url}（末尾换成 BOTPRESS_SECRET）。`,
      noAddress:
        'Botpress：没有 https 的公网地址，Botpress 叫不到本机。请设 TONGBAO_PUBLIC_URL，见 docs/botpress.md。',
      refused: (p: { status: number }): string =>
        `Botpress：不接受这个令牌或机器人编号（${p.status}），请核对 BOTPRESS_TOKEN 和 BOTPRESS_BOT_ID。`,
      failed: (p: { status: number }): string => `Botpress：现在答复不正常（${p.status}），稍后再查。`,
      unreachable: (p: { reason: string }): string =>
        `Botpress：连不上（${p.reason}），请检查网络和 BOTPRESS_API_URL。`,
    },
  },
};
