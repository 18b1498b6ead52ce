/** What is written in mails, and said of them. */
export const mail = {
  /** Names no firm: subjects are read on locked screens. */
  subject: {
    reminder: '统保平台：投保提醒',
    status: '统保平台：投保状态有变化',
    announcement: '统保平台：办公室通知',
    other: '统保平台：有新消息',
    code: '统保平台：邮箱验证码',
  },
  /** Under a message whose buttons work in the chat only. */
  inChat: (p: { labels: string[] }): string =>
    `要${p.labels.map((label) => `「${label}」`).join('')}，请到您和统保的聊天里办理；直接回复这封邮件，统保收不到。`,
  inChatAt: (p: { labels: string[] }): string =>
    `打开聊天：${p.labels.map((label) => `「${label}」`).join('')}`,
  why: '您在聊天里登记并验证了这个邮箱，所以收到这封邮件。投保不收任何费用，邮件里要您付款的都不是我们。',
  stop: '不再提醒我（邮件和聊天里都停）',
  button: {
    show: '邮箱',
    prefer: '先发邮件',
    remove: '删除邮箱',
  },
  /** About the own address, in a private chat. */
  chat: {
    notHere: '这里没有开通邮件，提醒只发到聊天里。',
    staffCannot: '工作人员的聊天不能登记邮箱。',
    notAnAddress: '这不像一个邮箱。请只发一个，例如：/mail wang@example.com',
    none: '您没有登记邮箱。',
    how: '想在聊天里收不到的时候用邮件收提醒，就发「邮箱 您的邮箱地址」，例如：邮箱 wang@example.com。我会往那里发一个验证码，您把验证码发回这里才算数。',
    codeSent: (p: { address: string; minutes: number }): string[] => [
      `验证码发到 ${p.address} 了。请在 ${p.minutes} 分钟内把那 6 位数字发回这里。`,
      '几分钟还没收到，请看看垃圾邮件；没有的话核对一下地址，再发一次。',
    ],
    noMailbox: '对方的邮件服务器说没有这个邮箱。请核对地址，再发一次。',
    notSent: '验证码现在发不出去，请过几分钟再试一次。',
    tooManyForAddress: '今天往这个邮箱发的验证码够多了，请明天再试；垃圾邮件里也找一找。',
    tooManyForPerson: '今天要的验证码够多了，请明天再试。',
    tooManyAtAll: '现在要验证码的人太多，请一小时后再试。',
    wrong: (p: { left: number }): string => `验证码不对，请核对邮件里的 6 位数字；还可以试 ${p.left} 次。`,
    expired: '这个验证码过期了，请再发一次邮箱地址，我重新发一个。',
    tooManyAttempts: '错的次数太多，这个验证码作废了。请再发一次邮箱地址，我重新发一个。',
    done: (p: { address: string }): string => `验证好了：${p.address} 是您的邮箱。`,
    verified: (p: { address: string }): string => `您登记的邮箱：${p.address}（已验证）。`,
    refused: (p: { address: string }): string =>
      `您登记的邮箱 ${p.address} 最近退信，现在不往那里发。请核对后重新登记。`,
    chatFirst: '提醒先发到聊天里，聊天里发不到才发邮件。',
    mailFirst: '提醒先发邮件，发不到才发到聊天里。',
    preferred: '好的，以后先发邮件。',
    preferredToast: '先发邮件',
    removed: '好的，邮箱删掉了，不再发邮件。',
    removedToast: '已删除',
  },
  /** The mail with a code. */
  codeMail: (p: { code: string; minutes: number }): string[] => [
    `您的验证码：${p.code}`,
    `请在 ${p.minutes} 分钟内，把它发回您和统保的聊天里。`,
    '如果不是您本人要的，不用理会：不发回验证码，就不会再有邮件。请不要把验证码告诉别人。',
  ],
  /** The page behind the link in a mail. */
  page: {
    title: '统保平台邮件',
    stopAsk: '不要再提醒您办理投保？',
    stopped: '已经停止：不再给您发投保提醒，邮件和聊天都不发。',
    noticesStill: '正式状态变了（例如审核通过、退回），还会告诉您。',
    resumed: '好的，提醒恢复了。',
    removed: '邮箱删掉了，以后一封邮件也不会有。聊天里的提醒不受影响；要再用邮件，请在聊天里重新登记。',
    gone: '这个链接已经失效：邮箱可能已经删除或换过了。如果还收到不想要的邮件，请用最新一封里的链接，或者联系给您发通知的办公室。',
    stop: '停止提醒',
    resume: '撤销，继续提醒我',
    remove: '一封邮件也不要，删除这个邮箱',
  },
  settingsIncomplete: (p: { missing: string }): string =>
    `邮件的设置不全：还要设 ${p.missing}；不发邮件的话，请把 TONGBAO_SMTP_* 和 TONGBAO_MAIL_* 各项都删去。`,
  doctor: {
    fine: (p: { secured: boolean }): string =>
      `邮件：服务器可用，${p.secured ? '连接是加密的' : '在本机上，不加密'}；没有发任何邮件。`,
    links: (p: { url: string }): string => `邮件：里面的链接是 ${p.url}，请确认外面能打开。`,
    noLinks:
      '邮件：没有 https 的公网地址，收件人就没有停止邮件的链接，所以不发邮件。请设 TONGBAO_MAIL_LINK_URL，见 docs/mail.md。',
    otherDomain: (p: { from: string; user: string }): string =>
      `邮件：发件人在 ${p.from}，登录的用户在 ${p.user}；很多服务器不许这样发，请核对 TONGBAO_MAIL_FROM。`,
    refused:
      '邮件：服务器不接受这个用户名和密码，请核对 TONGBAO_SMTP_USER 和 TONGBAO_SMTP_PASSWORD（很多邮箱要用授权码，不是登录密码）。',
    notSecured:
      '邮件：和服务器之间建不起加密连接，或者它的证书不可信，所以什么都不发。465 端口请用 smtps://；自建的证书用 NODE_EXTRA_CA_CERTS 指明。',
    unreachable: (p: { reason: string }): string =>
      `邮件：连不上服务器（${p.reason}），请检查网络和 TONGBAO_SMTP_URL；很多云主机封了 25 端口。`,
  },
};
