import type { cli as shape } from '../zh-CN/cli.ts';

const runtime: typeof shape.runtime = {
  temporalCliPathWrong: (p) =>
    `TEMPORAL_CLI_PATH points to ${p.path}, which is no executable file; give the full path of the temporal program or remove the setting.`,
  temporalCliMissing: (p) =>
    `The Temporal CLI was not found and could be neither downloaded nor compiled. Install Temporal CLI ${p.version} (https://docs.temporal.io/cli) or Go and try again, or name its place in TEMPORAL_CLI_PATH; details in ${p.logFile}`,
  temporalCliDownloading: () => 'Downloading the Temporal CLI (first run only)...',
  temporalCliCompiling: () =>
    'Compiling the Temporal CLI (first run only, about 5 minutes on 2 cores), please wait...',
  stillWorking: (p) => `still working, ${p.seconds} seconds so far...`,
  waitingForOther: (p) => `another tongbao process (pid ${p.pid}) is preparing the same; waiting for it...`,
  testServerMissing: (p) =>
    `The time-skipping test server could not be fetched; install Java 17 and Maven and try again; details in ${p.logFile}.`,
  browserMissing: () => 'The page tests need Chromium; install chromium and fonts-noto-cjk and try again.',
  chineseFontMissing: () =>
    'There is no Chinese font: screenshots of the tests show boxes; fonts-noto-cjk is recommended.',
  installingPackages: (p) => `Installing system packages: ${p.packages} ...`,
  temporalDidNotStart: (p) => `The embedded Temporal server did not come up; see ${p.logFile}.`,
  alreadyRunning: (p) =>
    `tongbao already runs (pid ${p.pid}, data folder ${p.dataDir}); stop it first, or name another folder in TONGBAO_DATA_DIR.`,
};

const settings: typeof shape.settings = {
  documentIntro:
    "Each is optional. Set it in the environment or in `.env` in the project folder; the environment wins. An empty value counts as not set. Further TEMPORAL_* variables are read by Temporal's own configuration.",
  badValue: (p) =>
    p.value === null
      ? `Setting ${p.name} has a bad value (a secret, not shown); allowed: ${p.allowed}.`
      : `Setting ${p.name} has the bad value "${p.value}"; allowed: ${p.allowed}.`,
  postgresNotYet: () =>
    'Setting DATABASE_URL: only a SQLite database (file:...) is supported so far, PostgreSQL is not; use a file: address or remove the setting.',
  envFileUnreadable: (p) => `The settings file ${p.path} cannot be read; check its permissions and content.`,
  temporalProfileBad: (p) =>
    `The settings for reaching Temporal (TEMPORAL_* or temporal.toml) are wrong: ${p.reason}`,
  dataDirUnwritable: (p) =>
    `The data folder ${p.path} cannot be made or written; check permissions and disk space, or name another one in TONGBAO_DATA_DIR.`,
  databaseOfOtherMode: (p) =>
    p.mode === 'trial'
      ? 'This database holds real firms and cannot be used for the trial. Set TONGBAO_MODE to live, or give the trial another DATABASE_URL.'
      : 'This database holds the fictional firms of the trial and cannot be used in live mode. Set another DATABASE_URL.',
  languageServiceIncomplete: (p) =>
    `The settings of the language model are incomplete: ${p.missing} is missing; to go without one, remove all TONGBAO_LLM_* settings.`,
  allowed: {
    TONGBAO_MODE: 'trial or live',
    TONGBAO_DATA_DIR: 'path of a folder',
    TONGBAO_HOST: 'host name or IP address, such as 127.0.0.1',
    TONGBAO_PORT: 'whole number from 0 to 65535 (0 picks a free port)',
    TONGBAO_PUBLIC_URL: 'address that starts with http:// or https://',
    TONGBAO_TRUST_PROXY:
      'IP addresses or networks of reverse proxies, separated by commas, such as 127.0.0.1,10.0.0.0/8',
    TONGBAO_WEB_EMBED_ORIGINS:
      'addresses without a path, separated by commas, such as https://www.example.cn,https://swt.example.cn',
    TONGBAO_PACK: 'ID of a policy pack, such as jiangsu-2022',
    TONGBAO_ANSWER_PACKS: 'IDs of policy packs, separated by commas, such as jiangsu-2022,jiangsu-2023',
    TONGBAO_OFFICE_HOURS: 'hours such as 09:00-12:00,13:30-17:30',
    TONGBAO_TICKET_REMIND_MINUTES: 'a whole number from 5 to 2400',
    TONGBAO_TICKET_CLOSE_DAYS: 'a whole number from 0 to 99',
    TONGBAO_LOG_LEVEL: 'debug, info, warn or error',
    TELEGRAM_BOT_TOKEN: 'the token that @BotFather gave, like 123456789:AAE..., without spaces',
    TELEGRAM_API_ROOT: 'address that starts with http:// or https://',
    TELEGRAM_PROXY: 'proxy address that starts with http://, https:// or socks5://',
    TELEGRAM_WEBHOOK_SECRET: '1 to 256 letters, digits, underscores or hyphens',
    BOTPRESS_BOT_ID: 'letters, digits, underscores and hyphens',
    BOTPRESS_TOKEN: 'the token that Botpress gives, without spaces',
    BOTPRESS_SECRET: '24 to 128 letters, digits, underscores or hyphens',
    BOTPRESS_API_URL: 'an address that begins with http:// or https://',
    TONGBAO_SMTP_URL: 'an address such as smtps://host:465 or smtp://host:587, without a path',
    TONGBAO_SMTP_USER: 'a user name without spaces',
    TONGBAO_SMTP_PASSWORD: 'one line of text',
    TONGBAO_MAIL_FROM: 'one mail address, or "name <address>"',
    TONGBAO_MAIL_REPLY_TO: 'one mail address',
    TONGBAO_MAIL_LINK_URL: 'an address that begins with http:// or https://, without user and parameters',
    ONEBOT_REVERSE: 'on or off',
    ONEBOT_URL:
      'an address that begins with ws:// or wss://, without @, ? or # (the token goes into ONEBOT_ACCESS_TOKEN)',
    ONEBOT_ACCESS_TOKEN: '16 to 128 letters, digits, underscores, hyphens, dots or tildes',
    ONEBOT_FRIEND_REQUESTS: 'ignore or accept',
    ONEBOT_GROUP_INVITATIONS: 'ignore or accept',
    TONGBAO_WECOM_WEBHOOKS:
      "group:key of its robot, several separated by commas, each group once; the key is what follows key= in the webhook's address",
    TONGBAO_WECOM_API: 'an address that begins with http:// or https://, without user and parameters',
    DATABASE_URL: 'path of a file that starts with file:, such as file:/var/lib/tongbao/tongbao.db',
    TONGBAO_LLM_BASE_URL:
      'a URL that starts with http:// or https://, without credentials, ? and #, such as https://llm.example.com/v1',
    TONGBAO_LLM_API_KEY: 'a key without spaces',
    TONGBAO_LLM_MODEL: 'the name of a model: letters, digits and . _ - / : @',
    TONGBAO_LLM_TIMEOUT_MS: 'a whole number from 100 to 10000',
    TONGBAO_PAYLOAD_KEYS:
      'id:key, the key being 32 bytes in base64; several separated by commas, such as a1:...=,a0:...=',
    TONGBAO_API_SECRETS:
      'name:whsec_secret, several separated by commas; the name of lower-case letters, digits and hyphens, the secret 24 to 64 random bytes in base64',
    TONGBAO_WEBHOOK_SECRETS: 'like TONGBAO_API_SECRETS: name:whsec_secret, separated by commas',
    TONGBAO_WEBHOOK_ALLOW:
      'host names, IP addresses or networks, separated by commas, such as crm.office.lan,10.1.0.0/16',
    TONGBAO_TEMPORAL_UI_ORIGIN:
      'the beginning of an address without a path, such as https://temporal.example.com',
    TEMPORAL_ADDRESS: 'host:port, such as 127.0.0.1:7233',
    TEMPORAL_CLI_PATH: 'full path of the temporal program',
  },
  meaning: {
    TONGBAO_MODE: 'trial (fictional firms) or live; each keeps its own data',
    TONGBAO_DATA_DIR: 'data folder; a relative path counts from the project folder',
    TONGBAO_HOST: 'address the web server listens on; by default only this machine reaches it',
    TONGBAO_PORT: 'port of the web server',
    TONGBAO_PUBLIC_URL: 'address of this server from outside; when set, Telegram messages arrive by webhook',
    TONGBAO_TRUST_PROXY:
      'IP addresses or networks of the reverse proxies in front, separated by commas: their X-Forwarded-For names the browser, for the limits against abuse. Without it the header is not believed, see docs/web-chat.md',
    TONGBAO_WEB_EMBED_ORIGINS:
      'sites that may embed the web chat with one tag, separated by commas; without it only our own pages, see docs/web-chat.md',
    TONGBAO_PACK: 'policy pack to use',
    TONGBAO_ANSWER_PACKS:
      'further policy packs, separated by commas, to answer from when a question names their place or year',
    TONGBAO_OFFICE_HOURS:
      "the office's hours on working days (Beijing time), such as 09:00-12:00,13:30-17:30; askers are told when somebody will look",
    TONGBAO_TICKET_REMIND_MINUTES:
      'minutes of office hours after which staff are reminded of a ticket without an answer; then after twice, four times as long',
    TONGBAO_TICKET_CLOSE_DAYS:
      'working days without a word after which an answered ticket is closed by itself; 0 for never',
    TONGBAO_LOG_LEVEL: 'how much is logged: debug, info, warn, error',
    TELEGRAM_BOT_TOKEN: 'bot token from @BotFather; without it there is no Telegram',
    TELEGRAM_API_ROOT: 'address of the Telegram Bot API, for a self-hosted Bot API server',
    TELEGRAM_PROXY: 'proxy for reaching Telegram: http://, https:// or socks5://',
    TELEGRAM_WEBHOOK_SECRET: 'secret that Telegram sends along with each webhook call',
    BOTPRESS_BOT_ID: 'ID of the bot in Botpress; set with token and secret, see docs/botpress.md',
    BOTPRESS_TOKEN: 'token to call Botpress with',
    BOTPRESS_SECRET: 'secret at the end of the address that Botpress calls, /botpress/…',
    BOTPRESS_API_URL: 'address of the Botpress API; rarely needs a change',
    TONGBAO_SMTP_URL:
      'server that sends mail, such as smtps://smtp.example.com:465; without it there is no mail, see docs/mail.md',
    TONGBAO_SMTP_USER: 'user of the mail server; may be in its address instead',
    TONGBAO_SMTP_PASSWORD: 'password of the mail server; may be in its address instead',
    TONGBAO_MAIL_FROM: 'sender, such as Office <office@example.com>; set together with the server',
    TONGBAO_MAIL_REPLY_TO: 'where replies to a mail go',
    TONGBAO_MAIL_LINK_URL:
      'address from outside (https) that links in mails begin with; without it TONGBAO_PUBLIC_URL, and without both there is no mail',
    ONEBOT_REVERSE:
      'on: a program that is logged in to QQ (OneBot v11) connects to /onebot/v11/ws here, see docs/qq.md',
    ONEBOT_URL:
      'the other way round, we connect to the program that is logged in to QQ: its WebSocket address; use one of the two',
    ONEBOT_ACCESS_TOKEN: 'token agreed on with the program that is logged in to QQ, the same on both sides',
    ONEBOT_FRIEND_REQUESTS:
      'who asks to be a friend: accept at once, or ignore, left to who owns the account',
    ONEBOT_GROUP_INVITATIONS:
      'who invites into a group: accept at once, or ignore, left to who owns the account',
    TONGBAO_WECOM_WEBHOOKS:
      'robots of WeCom groups as group:key, separated by commas; notices of the office only are posted there, see docs/wecom.md',
    TONGBAO_WECOM_API: 'address of the WeCom API; rarely needs a change',
    DATABASE_URL: 'place of the SQLite database, starts with file:',
    TONGBAO_LLM_BASE_URL:
      'address of a language model (OpenAI-compatible) that helps to understand questions; without it there is none, see docs/language-model.md',
    TONGBAO_LLM_API_KEY: 'key of the language model; one on your own machine usually needs none',
    TONGBAO_LLM_MODEL: 'name of the language model; set together with its address',
    TONGBAO_LLM_TIMEOUT_MS:
      'longest wait for the language model in milliseconds; after it the policy pack answers alone',
    TONGBAO_PAYLOAD_KEYS:
      'keys of the data in Temporal: the first encrypts, the others only decrypt; without it the file payload-keys in the data folder, see docs/encryption.md',
    TONGBAO_API_SECRETS:
      'which systems may report official statuses, and the secrets that they sign with; without it none may, see docs/integration.md',
    TONGBAO_WEBHOOK_SECRETS:
      'secrets that sign what other systems are told of changes; tongbao webhooks add makes them, see docs/integration.md',
    TONGBAO_WEBHOOK_ALLOW:
      'systems of this machine or of the own network that may be told of changes: host names, IP addresses or networks, separated by commas; without it only addresses outside are, see docs/integration.md',
    TONGBAO_TEMPORAL_UI_ORIGIN:
      'address (without a path) of a Temporal user interface of your own, where staff who signed in see the data in clear, see docs/encryption.md',
    TEMPORAL_ADDRESS: 'address of an existing Temporal server; without it npm start starts its own',
    TEMPORAL_CLI_PATH: 'path of the temporal program; without it the program is looked for or fetched',
    TEMPORAL_NAMESPACE: 'Temporal namespace',
    TEMPORAL_API_KEY: 'API key of Temporal Cloud',
    TEMPORAL_TLS: 'true: reach Temporal over TLS',
    TEMPORAL_TLS_CLIENT_CERT_PATH: 'client certificate file for Temporal',
    TEMPORAL_TLS_CLIENT_KEY_PATH: 'client key file for Temporal',
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: "CA certificate file of Temporal's server",
    TEMPORAL_TLS_SERVER_NAME: "host name to check in the certificate of Temporal's server",
    TEMPORAL_PROFILE: 'profile of temporal.toml to use',
    TEMPORAL_CONFIG_FILE: 'place of temporal.toml',
  },
};

const through = (proxy: string | null): string => (proxy === null ? '' : ` (through the proxy ${proxy})`);

const doctor: typeof shape.doctor = {
  help: 'checks the surroundings: Node, Temporal, database, Telegram, clock and working-day calendar',
  nodeFine: (p) => `Node.js ${p.version} is recent enough.`,
  nodeOld: (p) => `Node.js ${p.version} is too old; get 20.19 or newer from https://nodejs.org`,
  cliFine: (p) => `The Temporal CLI is here: ${p.path}`,
  cliPathWrong: (p) =>
    `TEMPORAL_CLI_PATH points to ${p.path}, which is no executable file; correct or remove it.`,
  cliNotYet: () =>
    'There is no Temporal CLI yet; the first npm start fetches it, which may take a few minutes.',
  databaseFine: (p) => `The database can be read and written: ${p.path}`,
  databaseBroken: (p) =>
    `The database ${p.path} cannot be opened${p.reason === null ? '' : `: ${p.reason}`}; check the folder's permissions and disk space, or change TONGBAO_DATA_DIR or DATABASE_URL.`,
  temporalFine: (p) => `The Temporal server answers: ${p.address}, namespace ${p.namespace}.`,
  temporalLeftAlone: (p) =>
    `The Temporal server (${p.address}) still runs but tongbao itself does not, perhaps because it was killed. Reminders and changes stand still; run npm start, which goes on with this server.`,
  temporalNotRunning: () => 'No Temporal server runs; npm start starts one.',
  temporalBroken: (p) =>
    `The Temporal server ${p.address} (namespace ${p.namespace}) does not answer: ${p.reason}; check TEMPORAL_ADDRESS and its companions, or run npm start again for the embedded one.`,
  telegramNotSet: () =>
    'TELEGRAM_BOT_TOKEN is not set, so only the web chat works; for Telegram, ask @BotFather for a bot and set its token.',
  telegramUnreachable: (p) =>
    p.proxy === null
      ? `Telegram cannot be reached: ${p.reason}; from China this usually needs a proxy, set TELEGRAM_PROXY.`
      : `Telegram cannot be reached${through(p.proxy)}: ${p.reason}; check that the proxy runs and TELEGRAM_PROXY is right.`,
  telegramRefused: (p) =>
    `Telegram refused the request (${p.code} ${p.description}); try again later, or check TELEGRAM_API_ROOT.`,
  telegramStrange: () =>
    'The answer is not one of Telegram; check that TELEGRAM_API_ROOT points to a Bot API server.',
  tokenRefused: () =>
    'Telegram does not accept the token; compare it with @BotFather and set TELEGRAM_BOT_TOKEN again.',
  tokenFine: (p) => `The Telegram bot @${p.username} works${through(p.proxy)}.`,
  privacyOn: () =>
    'Group privacy mode is on: in groups the bot sees only mentions, replies to it and commands, as it should. Where it is to answer without a mention, make it an administrator of that group.',
  privacyOff: () =>
    'Group privacy mode is off: the bot gets every message of a group (it stores none that is not for it). Unless a group wants answers without a mention, turn it on with /setprivacy at @BotFather, then remove the bot from its groups and add it again: only then it counts.',
  groupsOff: () =>
    'The bot cannot join groups; allow it with /setjoingroups at @BotFather if it should answer there.',
  groupsNotHeard: (p) =>
    `${p.count === 1 ? 'One group has' : `${p.count} groups have`} chosen answers without a mention, but the bot does not receive such messages there; make it an administrator of the group, or turn privacy mode off with /setprivacy at @BotFather and add it to the group again.`,
  ticketsReachNobody: (p) =>
    `No member of staff can be told and there is no staff group: nobody sees what askers write to a person${p.waiting === 0 ? '' : ` (tickets that wait now: ${p.waiting})`}. Add staff with tongbao staff add and let them send their code to the bot; with the command line alone, look at tongbao tickets often.`,
  staffGroupFine: () =>
    "The staff's group works: the bot is an administrator and can open a topic for each ticket.",
  staffGroupNoForum: () =>
    "The staff's group has no topics, so tickets are threads of replies; for a topic each, turn topics on in the group's settings and let the bot manage them.",
  staffGroupNotAdmin: () =>
    "The bot is no administrator of the staff's group and can open no topics; make it one, with the right to manage topics.",
  staffGroupNoTopics: () =>
    "The bot is an administrator of the staff's group, but may not manage topics and so can open none; give it that right in the group's settings.",
  staffGroupGone: () =>
    "The bot is not in the staff's group any more, so tickets are shown nowhere; add it again, or tie another group, see docs/tickets.md.",
  webhookUnknown: () => 'How the bot gets its messages could not be found out; try again later.',
  pollingFine: () => 'Messages are polled; no other program holds a webhook.',
  webhookElsewhere: (p) =>
    `The bot's messages now go to ${p.host}; npm start will take them over. If that one is still in use, get another bot.`,
  webhookOther: (p) =>
    `The webhook points to ${p.found} and not to ${p.wanted}; npm start corrects it. If another program set it, get that one a bot of its own; if the address has changed, check TONGBAO_PUBLIC_URL.`,
  polledElsewhere: () =>
    'Another program receives messages with the same token (409); only one can. Stop that one, or get it a bot of its own. If you do not know which it is, change the token with /revoke at @BotFather.',
  polledElsewhereToo: () =>
    'The running tongbao has met a 409: another program receives messages with the same token, so that both miss some. Stop that one, or change the token with /revoke at @BotFather.',
  webhookNotYet: () => 'The webhook does not point to TONGBAO_PUBLIC_URL yet; npm start sets it.',
  webhookFails: (p) =>
    `Telegram's latest webhook call failed (${p.reason}), ${p.waiting} messages wait; check that TONGBAO_PUBLIC_URL can be reached from outside.`,
  webhookFine: (p) => `Messages arrive by webhook at ${p.host}.`,
  clockFine: () => "The system's clock is right.",
  clockPlausible: (p) => `The system's clock looks right (${p.now}); there was nothing to compare it with.`,
  clockImplausible: (p) =>
    `The system's clock is plainly wrong (${p.now}); set it, or reminders go out at the wrong time.`,
  clockWrong: (p) =>
    `The system's clock is ${p.seconds} seconds ${p.ahead ? 'fast' : 'slow'}; turn on time synchronisation, or reminders go out at the wrong time.`,
  proxyUntold:
    'TONGBAO_PUBLIC_URL is set and TONGBAO_TRUST_PROXY is not: behind a reverse proxy everybody counts as one address, and they use up the limits of sign-ins and questions together. Put the address of the proxy into TONGBAO_TRUST_PROXY; without a proxy there is nothing to do.',
  calendarFine: (p) => `Holidays and shifted working days of ${p.year} are known.`,
  calendarEndsSoon: (p) =>
    `The holidays of ${p.year + 1} are not known yet; update tongbao once they are published, until then next year's reminders count Monday to Friday.`,
  calendarUnknown: (p) =>
    `The holidays of ${p.year} are not known: reminders count Monday to Friday and may fall on a holiday; update tongbao.`,
  allFine: 'Nothing was found that is in the way.',
  someBroken: (p) => `${p.broken} problem(s) must be solved first.`,
};

const temporal: typeof shape.temporal = {
  help: "runs a temporal command against tongbao's Temporal server, such as workflow list",
  args: 'arguments handed to temporal as they are',
  notRunning: () =>
    "tongbao's Temporal server does not run; run npm start in another window first, or set TEMPORAL_ADDRESS.",
};

export const cli: typeof shape = { runtime, settings, doctor, temporal };
