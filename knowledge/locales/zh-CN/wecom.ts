/** WeCom groups, where the office's robots only post. */
export const wecom = {
  settingsIncomplete:
    '设了 TONGBAO_WECOM_API，却没有设 TONGBAO_WECOM_WEBHOOKS；不用企业微信群的话，两项都删去。',
  doctor: {
    fine: (p: { name: string }): string => `企业微信群「${p.name}」：机器人可用；没有发任何消息。`,
    unknown: (p: { name: string }): string =>
      `企业微信群「${p.name}」：没有这个机器人，可能被移出了群。请在群里重新添加，更新 TONGBAO_WECOM_WEBHOOKS。`,
    noAnswer: (p: { name: string }): string =>
      `企业微信群「${p.name}」：现在问不到结果，请检查网络，稍后再查。`,
  },
  cli: {
    describe: '企业微信群：看有哪些，往里发办公室的通知',
    list: '列出设好的群',
    post: '往一个群里发通知；先看内容，加 --yes 才发',
    group: '群的名称，见 wecom list',
    text: '要发的话；不能有企业名称和信用代码',
    yes: '真的发出去',
    none: '没有设企业微信群；见 docs/wecom.md。',
    unknownGroup: (p: { group: string }): string =>
      `没有叫「${p.group}」的企业微信群，请用 tongbao wecom list 核对。`,
    preview: (p: { group: string }): string => `以上会发到「${p.group}」。还没有发；确认请加 --yes。`,
    sent: (p: { group: string }): string => `已发到「${p.group}」。`,
    unsure: (p: { group: string }): string =>
      `不知道「${p.group}」收到没有。请先到群里看一眼，没有再发一次。`,
    failed: (p: { group: string; code: string }): string =>
      p.code === 'rateLimited'
        ? `「${p.group}」一分钟里发得太多了，没有发出去，请过一分钟再试。`
        : `没有发到「${p.group}」（${p.code}）；请用 tongbao doctor 看看原因。`,
  },
};
