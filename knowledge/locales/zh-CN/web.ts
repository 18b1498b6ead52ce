/** Labels and sentences that the page itself shows; it receives them as they are, so they take no parameters. */
const page = {
  appName: '统保助手',
  otherLanguage: 'English',
  otherLanguageLabel: 'English（切换到英文界面）',
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
  composeLabel: '提问',
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
  tapFailed: '网络不通，按钮没有生效，请再点一次，或者直接把问题打给我。',
  closeChat: '关闭对话',
  noScript: '这个页面需要浏览器启用 JavaScript 才能对话。',
  privacy: '对话只用于答复和跟进投保，请勿填写密码、卡号。',
};

/** What the script on another site's page shows around the frame, and tells the site's owner in the console. */
const launcher = {
  open: '打开统保助手',
  close: '关闭统保助手',
  /** `{count}` is put in by the script. */
  unread: '打开统保助手，有 {count} 条新消息',
  title: '统保助手对话',
  opening: '正在打开对话…',
  failed: '对话没有打开，请检查网络后再试一次。',
  again: '再试一次',
  alone: '在新窗口打开',
  refused:
    '这个网站（{origin}）还不能嵌入统保对话，所以没有显示按钮。请办公室把它加进 TONGBAO_WEB_EMBED_ORIGINS，再重新启动。',
  noAnswer:
    '对话没有在框架里打开：服务没有响应；或者外面还套着一层不在允许之列的网页；或者本页面的 CSP 缺少 frame-src。',
  noTag: '[tongbao] 请用 <script src="…/chat/embed.js"> 标签加载，不要用 import 或把内容复制进来。',
};

/** What the server answers when it refuses a request; always sent in both languages. */
const errors = {
  notFound: '没有这个页面或接口。',
  badRequest: '请求的格式不对，请刷新页面后再试。',
  tooLarge: '内容太长了，请分成几段发给我。',
  wrongType: '只接受 JSON 格式的请求。',
  crossSite: '请从本页面发送消息，不接受其他网站转来的请求。',
  noSession: '对话还没有开始，请刷新页面后再试。',
  tooManyVisitors: '从您的网络新打开对话的人太多了。',
  tooManyMessages: '发得有点快，我来不及看，文字会留着。',
  textTooLong: '这段话超过 2000 字了，请拆成几条发给我。',
  textEmpty: '还没有写内容，请写好再发。',
  noTrial: '只有试用模式才有演示时钟。',
  tooManyStreams: '从您的网络同时打开的对话太多了，请关掉几个。',
  unavailable: '后台暂时没有响应，请稍后再试。',
  internal: '服务器出了点问题，请稍后再试。',
  noViewToken:
    '没有可用的查看令牌：请先打开本服务的 /codec 页面登录，或让管理员用 tongbao keys ui-token add 生成一个。',
  otherOrigin: '这个网页不在允许之列；要从别处的 Temporal 界面查看，请设置 TONGBAO_TEMPORAL_UI_ORIGIN。',
  consoleNotBuilt: '管理台的页面还没有生成；用 npm start 启动时会自动生成。',
  badPayloads:
    '请求不是 Temporal 的载荷格式，应为 {"payloads":[{"metadata":{…},"data":"base64"}]}，一次最多 1000 份。',
};

export const web = {
  page,
  launcher,
  errors,
  /** Follows the sentence that says what was too much. */
  tryAgainAfter: (p: { seconds: number }) =>
    `请过 ${p.seconds <= 90 ? `${p.seconds} 秒` : `${Math.ceil(p.seconds / 60)} 分钟`}再试。`,
  /** Why the server could not start. */
  portInUse: (p: { port: number }) =>
    `端口 ${p.port} 已被别的程序占用，请关掉那个程序，或者用 TONGBAO_PORT 换一个端口。`,
  portForbidden: (p: { port: number }) =>
    `没有权限使用端口 ${p.port}，请用 TONGBAO_PORT 换一个 1024 以上的端口。`,
  hostNotFound: (p: { host: string }) => `这台机器上没有地址 ${p.host}，请检查 TONGBAO_HOST。`,
  listenFailed: (p: { host: string; port: number; code: string }) =>
    `网页服务没能在 ${p.host}:${p.port} 启动（${p.code}），请检查 TONGBAO_HOST 和 TONGBAO_PORT。`,
};
