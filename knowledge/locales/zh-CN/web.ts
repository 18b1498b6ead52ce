/** Labels and sentences that the page itself shows; it receives them as they are, so they take no parameters. */
const page = {
  appName: '统保助手',
  otherLanguage: 'English',
  otherLanguageLabel: '切换到英文界面',
  skipToInput: '跳到输入框',
  trialBanner: '演示数据 · 试用模式',
  trialBannerDetail: '企业均为虚构，请放心试。',
  clockTitle: '演示时钟',
  clockFirm: '企业',
  clockNow: '演示时间',
  clockNext: '下次提醒',
  clockNoNext: '没有待发的提醒',
  clockWaiting: '演示企业正在准备，请稍等片刻。',
  fastForward: '快进到下一次提醒',
  fastForwarding: '正在快进…',
  fastForwarded: '已快进，提醒马上就到。',
  nothingScheduled: '这家企业现在没有待发的提醒。',
  fastForwardFailed: '没有快进成功，请稍后再点一次。',
  logLabel: '对话记录',
  welcome: '您好，我是统保助手。投保资格、操作步骤、赔付规定都可以问我，我按政策通知回答，并注明出处。',
  welcomeLimits: '通知里没写的，我会直说，并请您联系工作人员。',
  welcomeTrial: '已经为您关联了一家虚构的企业，可以看进度、上报步骤、收提醒。',
  suggestionsLabel: '您可以这样问',
  suggestions: ['赔付比例是多少？', '我们符合条件吗？', '我们到哪一步了？', '读卡器登录不上怎么办'],
  inviteFound: '您是通过邀请链接来的，点下面的按钮就能把企业关联到这个窗口。',
  inviteUse: '关联我的企业',
  inputLabel: '输入您的问题',
  inputPlaceholder: '请输入您的问题',
  inputHint: '回车发送，Shift + 回车换行',
  send: '发送',
  you: '您',
  bot: '统保助手',
  tapped: '您选择了',
  thinking: '正在查…',
  stillThinking: '还在查，请稍等…',
  sending: '发送中',
  notSent: '没有发出去',
  retry: '重发',
  networkFailed: '网络不通，这条消息没有发出去，文字还在，请点“重发”。',
  reconnecting: '连接断开了，正在重新连接…',
  historyFailed: '对话没有加载出来，正在重试…',
  newMessages: '有新消息',
  opensNewWindow: '在新窗口打开',
  expiredButton: '这个按钮没有反应，请再点一次，或者直接把问题打给我。',
  noScript: '这个页面需要浏览器启用 JavaScript 才能对话。',
  privacy: '对话只用于答复和跟进投保，请勿填写密码、卡号。',
};

/** What the server answers when it refuses a request; always sent in both languages. */
const errors = {
  notFound: '没有这个页面或接口。',
  badRequest: '请求的格式不对，请刷新页面后再试。',
  tooLarge: '内容太长了，请分成几段发给我。',
  wrongType: '只接受 JSON 格式的请求。',
  crossSite: '请从本页面发送消息，不接受其他网站转来的请求。',
  noSession: '对话还没有开始，请刷新页面后再试。',
  tooManyVisitors: '现在打开页面的人太多了，请一分钟后再试。',
  tooManyMessages: '您发得有点快，我来不及看。请等一分钟再发，文字会留着。',
  textTooLong: '这段话超过 2000 字了，请拆成几条发给我。',
  textEmpty: '还没有写内容，请写好再发。',
  noTrial: '只有试用模式才有演示时钟。',
  tooManyStreams: '同时打开的页面太多了，请关掉几个再试。',
  unavailable: '后台暂时没有响应，请稍后再试。',
  internal: '服务器出了点问题，请稍后再试。',
  noViewToken:
    '没有可用的查看令牌：请先打开本服务的 /codec 页面登录，或让管理员用 tongbao keys ui-token add 生成一个。',
  otherOrigin: '这个网页不在允许之列；要从别处的 Temporal 界面查看，请设置 TONGBAO_TEMPORAL_UI_ORIGIN。',
  badPayloads:
    '请求不是 Temporal 的载荷格式，应为 {"payloads":[{"metadata":{…},"data":"base64"}]}，一次最多 1000 份。',
};

export const web = {
  page,
  errors,
  /** Why the server could not start. */
  portInUse: (p: { port: number }) =>
    `端口 ${p.port} 已被别的程序占用，请关掉那个程序，或者用 TONGBAO_PORT 换一个端口。`,
  portForbidden: (p: { port: number }) =>
    `没有权限使用端口 ${p.port}，请用 TONGBAO_PORT 换一个 1024 以上的端口。`,
  hostNotFound: (p: { host: string }) => `这台机器上没有地址 ${p.host}，请检查 TONGBAO_HOST。`,
  listenFailed: (p: { host: string; port: number; code: string }) =>
    `网页服务没能在 ${p.host}:${p.port} 启动（${p.code}），请检查 TONGBAO_HOST 和 TONGBAO_PORT。`,
};
