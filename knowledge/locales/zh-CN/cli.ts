const runtime = {
  temporalCliPathWrong: (p: { path: string }) =>
    `TEMPORAL_CLI_PATH 指向的 ${p.path} 不是可执行文件；请改成 temporal 程序的完整路径，或删去这项设置。`,
  temporalCliMissing: (p: { version: string; logFile: string }) =>
    `没有找到 Temporal 命令行程序，也没能下载或编译出来。请安装 Temporal CLI ${p.version}（https://docs.temporal.io/cli）或 Go 语言环境后重试，也可用 TEMPORAL_CLI_PATH 指明它的位置；经过见 ${p.logFile}`,
  temporalCliDownloading: () => '正在下载 Temporal 命令行程序（只在第一次运行时需要）…',
  temporalCliCompiling: () =>
    '正在编译 Temporal 命令行程序（只在第一次运行时需要，两核电脑约 5 分钟），请稍候…',
  stillWorking: (p: { seconds: number }) => `仍在进行，已用 ${p.seconds} 秒…`,
  waitingForOther: (p: { pid: number }) => `另一个统保进程（pid ${p.pid}）正在做同样的准备，等它完成…`,
  testServerMissing: (p: { logFile: string }) =>
    `没能取得时间快进测试服务器；请安装 Java 17 和 Maven 后重试，经过见 ${p.logFile}。`,
  browserMissing: () => '网页测试需要 Chromium；请安装 chromium 和 fonts-noto-cjk 后重试。',
  chineseFontMissing: () => '没有中文字体，测试截图里的汉字会显示成方框；建议安装 fonts-noto-cjk。',
  installingPackages: (p: { packages: string }) => `正在安装系统软件包：${p.packages} …`,
  temporalDidNotStart: (p: { logFile: string }) => `内置的 Temporal 服务没有启动成功，原因见 ${p.logFile}。`,
  alreadyRunning: (p: { pid: number; dataDir: string }) =>
    `统保已在运行（pid ${p.pid}，数据文件夹 ${p.dataDir}）；请先停掉它，或用 TONGBAO_DATA_DIR 另指一处。`,
};

const settings = {
  documentIntro:
    '每一项都可以不设。写在环境变量里，或写进项目文件夹的 `.env`；两处都有时以环境变量为准。设为空等于没有设。TEMPORAL_* 其余各项由 Temporal 自己的配置机制读取。',
  badValue: (p: { name: string; value: string | null; allowed: string }) =>
    p.value === null
      ? `设置 ${p.name} 的值不对（含机密，不显示）；应为：${p.allowed}。`
      : `设置 ${p.name} 的值“${p.value}”不对；应为：${p.allowed}。`,
  postgresNotYet: () =>
    '设置 DATABASE_URL：目前只支持 file: 开头的 SQLite 数据库，暂不支持 PostgreSQL；请改用 file: 地址或删去这项设置。',
  envFileUnreadable: (p: { path: string }) => `读不了设置文件 ${p.path}，请检查它的权限和内容。`,
  temporalProfileBad: (p: { reason: string }) =>
    `Temporal 的连接设置（TEMPORAL_* 或 temporal.toml）有误：${p.reason}`,
  dataDirUnwritable: (p: { path: string }) =>
    `数据文件夹 ${p.path} 建不了或写不进去；请检查权限和磁盘空间，或用 TONGBAO_DATA_DIR 另指一处。`,
  databaseOfOtherMode: (p: { mode: 'trial' | 'live' }): string =>
    p.mode === 'trial'
      ? '这个数据库里有真实企业，不能用于试用模式。请把 TONGBAO_MODE 设为 live，或给试用另设 DATABASE_URL。'
      : '这个数据库里有试用的演示企业，不能用于正式模式。请给正式使用另设一个 DATABASE_URL。',
  languageServiceIncomplete: (p: { missing: string }) =>
    `外部语言模型的设置不全：还要设 ${p.missing}；不用语言模型的话，请把 TONGBAO_LLM_* 各项都删去。`,
  allowed: {
    TONGBAO_MODE: 'trial（试用）或 live（正式）',
    TONGBAO_DATA_DIR: '文件夹路径',
    TONGBAO_HOST: '主机名或 IP 地址，例如 127.0.0.1',
    TONGBAO_PORT: '0 到 65535 的整数（0 表示任选一个空闲端口）',
    TONGBAO_PUBLIC_URL: '以 http:// 或 https:// 开头的网址',
    TONGBAO_TRUST_PROXY: '反向代理的 IP 地址或网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8',
    TONGBAO_WEB_EMBED_ORIGINS:
      '网址的开头部分，不带路径，多个用逗号隔开，例如 https://www.example.cn,https://swt.example.cn',
    TONGBAO_PACK: '政策包的编号，例如 jiangsu-2022',
    TONGBAO_ANSWER_PACKS: '政策包的编号，用逗号隔开，例如 jiangsu-2022,jiangsu-2023',
    TONGBAO_OFFICE_HOURS: '上班时间，如 09:00-12:00,13:30-17:30',
    TONGBAO_TICKET_REMIND_MINUTES: '5 到 2400 的整数',
    TONGBAO_TICKET_CLOSE_DAYS: '0 到 99 的整数',
    TONGBAO_LOG_LEVEL: 'debug、info、warn 或 error',
    TELEGRAM_BOT_TOKEN: '@BotFather 给的机器人令牌，形如 123456789:AAE…，不含空格',
    TELEGRAM_API_ROOT: '以 http:// 或 https:// 开头的网址',
    TELEGRAM_PROXY: '以 http://、https:// 或 socks5:// 开头的代理地址',
    TELEGRAM_WEBHOOK_SECRET: '1 到 256 个字母、数字、下划线或连字符',
    BOTPRESS_BOT_ID: '字母、数字、下划线和连字符',
    BOTPRESS_TOKEN: 'Botpress 给的令牌，不含空格',
    BOTPRESS_SECRET: '24 到 128 个字母、数字、下划线或连字符',
    BOTPRESS_API_URL: '以 http:// 或 https:// 开头的网址',
    TONGBAO_SMTP_URL: 'smtps://主机:465 或 smtp://主机:587 这样的地址，后面不带路径',
    TONGBAO_SMTP_USER: '不含空格的用户名',
    TONGBAO_SMTP_PASSWORD: '一行文字',
    TONGBAO_MAIL_FROM: '一个邮箱，或者「名称 <邮箱>」',
    TONGBAO_MAIL_REPLY_TO: '一个邮箱',
    TONGBAO_MAIL_LINK_URL: '以 http:// 或 https:// 开头的网址，不带用户名和参数',
    ONEBOT_REVERSE: 'on 或 off',
    ONEBOT_URL: '以 ws:// 或 wss:// 开头的网址，不带 @、? 和 #（口令写在 ONEBOT_ACCESS_TOKEN）',
    ONEBOT_ACCESS_TOKEN: '16 到 128 个字母、数字、下划线、连字符、点或波浪号',
    ONEBOT_FRIEND_REQUESTS: 'ignore 或 accept',
    ONEBOT_GROUP_INVITATIONS: 'ignore 或 accept',
    TONGBAO_WECOM_WEBHOOKS:
      '「群名:机器人的 key」，几个用逗号隔开，群名不能重复；key 是 Webhook 地址里 key= 后面那一串',
    TONGBAO_WECOM_API: '以 http:// 或 https:// 开头的网址，不带用户名和参数',
    DATABASE_URL: '以 file: 开头的文件路径，例如 file:/var/lib/tongbao/tongbao.db',
    TONGBAO_LLM_BASE_URL:
      '以 http:// 或 https:// 开头的网址，不带账号、? 和 #，例如 https://llm.example.com/v1',
    TONGBAO_LLM_API_KEY: '不含空格的密钥',
    TONGBAO_LLM_MODEL: '模型的名称，只含字母、数字和 . _ - / : @',
    TONGBAO_LLM_TIMEOUT_MS: '100 到 10000 的整数',
    TONGBAO_PAYLOAD_KEYS: '编号:密钥，密钥为 32 字节的 base64，多把用逗号隔开，例如 a1:…=,a0:…=',
    TONGBAO_API_SECRETS:
      '名称:whsec_密钥，多个用逗号隔开；名称只含小写字母、数字和连字符，密钥是 24 到 64 个随机字节的 base64',
    TONGBAO_WEBHOOK_SECRETS: '同 TONGBAO_API_SECRETS：名称:whsec_密钥，多个用逗号隔开',
    TONGBAO_WEBHOOK_ALLOW: '主机名、IP 地址或网段，用逗号隔开，例如 crm.office.lan,10.1.0.0/16',
    TONGBAO_TEMPORAL_UI_ORIGIN: '网址的开头部分，不带路径，例如 https://temporal.example.com',
    TEMPORAL_ADDRESS: '主机:端口，例如 127.0.0.1:7233',
    TEMPORAL_CLI_PATH: 'temporal 程序的完整路径',
  },
  meaning: {
    TONGBAO_MODE: 'trial 为试用（虚构企业），live 为正式使用；两者的数据分开存放',
    TONGBAO_DATA_DIR: '数据文件夹；相对路径从项目文件夹算起',
    TONGBAO_HOST: '网页服务监听的地址；默认只有本机能访问',
    TONGBAO_PORT: '网页服务的端口',
    TONGBAO_PUBLIC_URL: '从外网访问本服务的网址；设了它，Telegram 就改用 webhook 接收消息',
    TONGBAO_TRUST_PROXY:
      '放在反向代理后面时，代理的 IP 地址或网段，用逗号隔开；按它写的 X-Forwarded-For 认浏览器的地址，用来限制滥用。不设就不信这个请求头，见 docs/web-chat.md',
    TONGBAO_WEB_EMBED_ORIGINS:
      '哪些网站可以用一行标签嵌入网页对话，用逗号隔开；不设就只有本服务自己的页面，见 docs/web-chat.md',
    TONGBAO_PACK: '使用哪一个政策包',
    TONGBAO_ANSWER_PACKS: '除了 TONGBAO_PACK，问题写明地方或年度时还可以按哪些政策包回答，用逗号隔开',
    TONGBAO_OFFICE_HOURS:
      '办公室的上班时间（北京时间，工作日），如 09:00-12:00,13:30-17:30；用来告诉提问人什么时候有人看',
    TONGBAO_TICKET_REMIND_MINUTES:
      '工单没人答复，过多少分钟（只算上班时间）提醒工作人员；之后隔两倍、四倍时间再提醒',
    TONGBAO_TICKET_CLOSE_DAYS: '答复过的工单，过多少个工作日没有新消息就自动结束；0 是不自动结束',
    TONGBAO_LOG_LEVEL: '日志的详细程度：debug、info、warn、error',
    TELEGRAM_BOT_TOKEN: '@BotFather 给的机器人令牌；不设就不接 Telegram',
    TELEGRAM_API_ROOT: 'Telegram Bot API 的地址；用自建的 Bot API 服务时才需要改',
    TELEGRAM_PROXY: '访问 Telegram 的代理：http://、https:// 或 socks5://',
    TELEGRAM_WEBHOOK_SECRET: 'webhook 的口令，Telegram 每次回调都会带上',
    BOTPRESS_BOT_ID: 'Botpress 里机器人的编号；与令牌、口令一起设，见 docs/botpress.md',
    BOTPRESS_TOKEN: '调用 Botpress 的令牌',
    BOTPRESS_SECRET: 'Botpress 回调地址 /botpress/… 末尾的口令',
    BOTPRESS_API_URL: 'Botpress API 的地址；一般不用改',
    TONGBAO_SMTP_URL: '发邮件的服务器，如 smtps://smtp.example.com:465；不设就不发邮件，见 docs/mail.md',
    TONGBAO_SMTP_USER: '邮件服务器的用户名；也可以写在地址里',
    TONGBAO_SMTP_PASSWORD: '邮件服务器的密码（授权码）；也可以写在地址里',
    TONGBAO_MAIL_FROM: '发件人，如 统保办公室 <office@example.com>；和服务器地址一起设',
    TONGBAO_MAIL_REPLY_TO: '收件人直接回复时，回到哪个邮箱',
    TONGBAO_MAIL_LINK_URL:
      '邮件里链接用的公网地址（https）；不设就用 TONGBAO_PUBLIC_URL，两个都没有就不发邮件',
    ONEBOT_REVERSE: 'on 表示登录 QQ 的程序（OneBot v11）连到本服务的 /onebot/v11/ws，见 docs/qq.md',
    ONEBOT_URL: '反过来，由本服务去连登录 QQ 的程序：它的 WebSocket 地址；与 ONEBOT_REVERSE 只用一个',
    ONEBOT_ACCESS_TOKEN: '与登录 QQ 的程序约好的口令，两边填一样的',
    ONEBOT_FRIEND_REQUESTS: '有人加好友：accept 自动通过，ignore 留给号主处理',
    ONEBOT_GROUP_INVITATIONS: '有人拉进群：accept 自动进群，ignore 留给号主处理',
    TONGBAO_WECOM_WEBHOOKS:
      '企业微信群机器人，写成「群名:key」，几个用逗号隔开；只往群里发办公室通知，见 docs/wecom.md',
    TONGBAO_WECOM_API: '企业微信接口的地址；一般不用改',
    DATABASE_URL: 'SQLite 数据库的位置，以 file: 开头',
    TONGBAO_LLM_BASE_URL:
      '帮助理解问题的外部语言模型的网址（OpenAI 兼容接口）；不设就不用它，见 docs/language-model.md',
    TONGBAO_LLM_API_KEY: '外部语言模型的密钥；本机的模型一般不需要',
    TONGBAO_LLM_MODEL: '外部语言模型的名称；与网址一起设',
    TONGBAO_LLM_TIMEOUT_MS: '最多等外部语言模型几毫秒；超过就按政策包直接回答',
    TONGBAO_PAYLOAD_KEYS:
      '加密 Temporal 里数据的密钥，第一把用来加密，其余只用来解密；不设就用数据文件夹里的 payload-keys，见 docs/encryption.md',
    TONGBAO_API_SECRETS:
      '哪些外部系统可以登记官方状态，各用什么密钥签名；不设就不接受，见 docs/integration.md',
    TONGBAO_WEBHOOK_SECRETS:
      '状态变化通知给哪些外部系统时用来签名的密钥，由 tongbao webhooks add 生成，见 docs/integration.md',
    TONGBAO_WEBHOOK_ALLOW:
      '可以通知的本机或内网的系统：主机名、IP 地址或网段，用逗号隔开；不设就只通知外网的地址，见 docs/integration.md',
    TONGBAO_TEMPORAL_UI_ORIGIN:
      '另设的 Temporal 管理页面的网址（不带路径），登录过的工作人员可在那里看原文，见 docs/encryption.md',
    TEMPORAL_ADDRESS: '已有的 Temporal 服务地址；不设就由 npm start 自己启动一个',
    TEMPORAL_CLI_PATH: 'temporal 命令行程序的路径；不设就自动查找或下载',
    TEMPORAL_NAMESPACE: 'Temporal 的命名空间',
    TEMPORAL_API_KEY: 'Temporal Cloud 的 API 密钥',
    TEMPORAL_TLS: 'true 表示用 TLS 连接 Temporal',
    TEMPORAL_TLS_CLIENT_CERT_PATH: '连接 Temporal 用的客户端证书文件',
    TEMPORAL_TLS_CLIENT_KEY_PATH: '连接 Temporal 用的客户端私钥文件',
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'Temporal 服务端的 CA 证书文件',
    TEMPORAL_TLS_SERVER_NAME: '校验 Temporal 服务端证书时用的主机名',
    TEMPORAL_PROFILE: 'temporal.toml 中使用哪一个配置',
    TEMPORAL_CONFIG_FILE: 'temporal.toml 的位置',
  },
};

const through = (proxy: string | null): string => (proxy === null ? '' : `（经代理 ${proxy}）`);

const doctor = {
  help: '检查运行环境：Node、Temporal、数据库、Telegram、时钟和工作日历',
  nodeFine: (p: { version: string }) => `Node.js ${p.version}，版本合适。`,
  nodeOld: (p: { version: string }) =>
    `Node.js ${p.version} 太旧，需要 20.19 或更新的版本；请到 https://nodejs.org 更新。`,
  cliFine: (p: { path: string }) => `Temporal 命令行程序已就绪：${p.path}`,
  cliPathWrong: (p: { path: string }) =>
    `TEMPORAL_CLI_PATH 指向的 ${p.path} 不是可执行文件；请改正或删去这项设置。`,
  cliNotYet: () => '还没有 Temporal 命令行程序；第一次 npm start 时会自动取得，可能要几分钟。',
  databaseFine: (p: { path: string }) => `数据库可读可写：${p.path}`,
  databaseBroken: (p: { path: string; reason: string | null }) =>
    `数据库 ${p.path} 打不开${p.reason === null ? '' : `：${p.reason}`}；请检查文件夹的权限和磁盘空间，或改 TONGBAO_DATA_DIR、DATABASE_URL。`,
  temporalFine: (p: { address: string; namespace: string }) =>
    `Temporal 服务正常：${p.address}，命名空间 ${p.namespace}。`,
  temporalLeftAlone: (p: { address: string }) =>
    `Temporal 服务（${p.address}）还在运行，统保自己却没有运行，可能是上次被强行结束了；提醒和登记都停着，请运行 npm start，它会接着用这个服务。`,
  temporalNotRunning: () => 'Temporal 服务没有运行；运行 npm start 时会一并启动。',
  temporalBroken: (p: { address: string; namespace: string; reason: string }) =>
    `连不上 Temporal 服务 ${p.address}（命名空间 ${p.namespace}）：${p.reason}；请检查 TEMPORAL_ADDRESS 等设置，内置服务则重新运行 npm start。`,
  telegramNotSet: () =>
    '没有设置 TELEGRAM_BOT_TOKEN，只有网页聊天可用；要接 Telegram，请找 @BotFather 申请机器人并设置令牌。',
  telegramUnreachable: (p: { proxy: string | null; reason: string }) =>
    p.proxy === null
      ? `连不上 Telegram：${p.reason}；国内网络一般需要代理，请设置 TELEGRAM_PROXY。`
      : `连不上 Telegram${through(p.proxy)}：${p.reason}；请检查代理是否开着、TELEGRAM_PROXY 是否写对。`,
  telegramRefused: (p: { code: number; description: string }) =>
    `Telegram 拒绝了请求（${p.code} ${p.description}）；请稍后再试，或检查 TELEGRAM_API_ROOT。`,
  telegramStrange: () => 'Telegram 的回答看不懂；请检查 TELEGRAM_API_ROOT 是否指向 Bot API 服务。',
  tokenRefused: () => 'Telegram 不认这个令牌；请到 @BotFather 核对后重设 TELEGRAM_BOT_TOKEN。',
  tokenFine: (p: { username: string; proxy: string | null }) =>
    `Telegram 机器人 @${p.username} 可用${through(p.proxy)}。`,
  privacyOn: () =>
    '群隐私模式已开：群里只收到点名、回复它和命令，正合需要；想让它在某个群里不点名也回答，把它设为那个群的管理员就行。',
  privacyOff: () =>
    '群隐私模式已关：机器人会收到群里所有消息（不是给它的，它不保存）；没有哪个群要它不点名也回答的话，请在 @BotFather 用 /setprivacy 打开，再把机器人移出群重新加入，新的设置才生效。',
  groupsOff: () => '机器人不能进群；需要在群里答疑的话，请在 @BotFather 用 /setjoingroups 允许。',
  groupsNotHeard: (p: { count: number }) =>
    `有 ${p.count} 个群设了“有把握时也主动回答”，但机器人在那里收不到没有点名的消息；请把它设为群管理员，或在 @BotFather 用 /setprivacy 关掉群隐私模式，再重新加入群。`,
  ticketsReachNobody: (p: { waiting: number }) =>
    `没有能通知到的工作人员，也没有工作人员群：转人工的话没有人会看到${p.waiting === 0 ? '' : `（现在有 ${p.waiting} 个工单在等）`}。请用 tongbao staff add 登记，让本人把码私聊发给机器人；只用命令行的话，请常看 tongbao tickets。`,
  staffGroupFine: () => '工作人员的群可用：机器人是管理员，可以为每张工单开话题。',
  staffGroupNoForum: () =>
    '工作人员的群没有打开话题，工单用回复串显示；想要一张工单一个话题，请在群设置里打开“话题”，并给机器人“管理话题”的权限。',
  staffGroupNotAdmin: () =>
    '机器人在工作人员的群里不是管理员，开不了话题；请在群里把它设为管理员，并勾选“管理话题”。',
  staffGroupNoTopics: () =>
    '机器人在工作人员的群里是管理员，但没有“管理话题”的权限，开不了话题；请在群的管理员设置里勾选。',
  staffGroupGone: () =>
    '机器人已经不在登记过的工作人员群里，工单没有地方显示；请把它拉回群里，或在另一个群重新登记，见 docs/tickets.md。',
  webhookUnknown: () => '没能查到机器人的收信方式；请稍后再试。',
  pollingFine: () => '收信方式：轮询，没有别的程序占用 webhook。',
  webhookElsewhere: (p: { host: string }) =>
    `机器人的消息现在发往 ${p.host}；npm start 会改为由本机接收。若那边还在用，请另申请一个机器人。`,
  webhookOther: (p: { found: string; wanted: string }) =>
    `webhook 现在指向 ${p.found}，不是 ${p.wanted}；npm start 会改过来。若是另一个程序设的，请给它另申请一个机器人；若是网址改了，请核对 TONGBAO_PUBLIC_URL。`,
  polledElsewhere: () =>
    '另有一个程序正用同一个令牌接收消息（409）；一个令牌只能有一处接收，请先停掉那一个，或给它另申请一个机器人。不知道是谁，就在 @BotFather 用 /revoke 换一个令牌。',
  polledElsewhereToo: () =>
    '正在运行的统保收到了 409：另有一个程序用同一个令牌接收消息，两边都会漏收；请停掉那一个，或在 @BotFather 用 /revoke 换一个令牌。',
  webhookNotYet: () => 'webhook 还没有指向 TONGBAO_PUBLIC_URL；npm start 时会自动设置。',
  webhookFails: (p: { reason: string; waiting: number }) =>
    `Telegram 最近一次回调没有成功（${p.reason}），有 ${p.waiting} 条消息在等；请检查 TONGBAO_PUBLIC_URL 能否从外网访问。`,
  webhookFine: (p: { host: string }) => `收信方式：webhook，指向 ${p.host}。`,
  clockFine: () => '系统时钟准确。',
  clockPlausible: (p: { now: string }) => `系统时钟看来正常（${p.now}），没有外部时间可对照。`,
  clockImplausible: (p: { now: string }) => `系统时钟显然不对（${p.now}）；请校准，否则提醒会发错时间。`,
  clockWrong: (p: { seconds: number; ahead: boolean }) =>
    `系统时钟${p.ahead ? '快' : '慢'}了 ${p.seconds} 秒；请打开自动校时，否则提醒会发错时间。`,
  proxyUntold:
    '设了 TONGBAO_PUBLIC_URL，但没有设 TONGBAO_TRUST_PROXY：前面如果有反向代理，所有人会算成同一个地址，登录和提问的次数限制会一起用完。请把反向代理的地址写进 TONGBAO_TRUST_PROXY；没有反向代理就不用管。',
  calendarFine: (p: { year: number }) => `${p.year} 年的放假和调休安排已收录。`,
  calendarEndsSoon: (p: { year: number }) =>
    `${p.year + 1} 年的放假安排还没有收录；公布后请更新统保，在那之前明年的提醒只按周一至周五计算。`,
  calendarUnknown: (p: { year: number }) =>
    `没有 ${p.year} 年的放假安排，提醒只按周一至周五计算，可能落在节假日；请更新统保。`,
  allFine: '没有发现妨碍运行的问题。',
  someBroken: (p: { broken: number }) => `有 ${p.broken} 个问题需要先解决。`,
};

const temporal = {
  help: '对统保的 Temporal 服务运行 temporal 命令，例如 workflow list',
  args: '原样交给 temporal 的参数',
  notRunning: () => '统保的 Temporal 服务没有运行；请先在另一个窗口运行 npm start，或设置 TEMPORAL_ADDRESS。',
};

export const cli = { runtime, settings, doctor, temporal };
