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
  allowed: {
    TONGBAO_MODE: 'trial or live',
    TONGBAO_DATA_DIR: 'path of a folder',
    TONGBAO_HOST: 'host name or IP address, such as 127.0.0.1',
    TONGBAO_PORT: 'whole number from 0 to 65535 (0 picks a free port)',
    TONGBAO_PUBLIC_URL: 'address that starts with http:// or https://',
    TONGBAO_PACK: 'ID of a policy pack, such as jiangsu-2022',
    TONGBAO_LOG_LEVEL: 'debug, info, warn or error',
    TELEGRAM_BOT_TOKEN: 'the token that @BotFather gave, like 123456789:AAE..., without spaces',
    TELEGRAM_API_ROOT: 'address that starts with http:// or https://',
    TELEGRAM_PROXY: 'proxy address that starts with http://, https:// or socks5://',
    TELEGRAM_WEBHOOK_SECRET: '1 to 256 letters, digits, underscores or hyphens',
    DATABASE_URL: 'path of a file that starts with file:, such as file:/var/lib/tongbao/tongbao.db',
    TEMPORAL_ADDRESS: 'host:port, such as 127.0.0.1:7233',
    TEMPORAL_CLI_PATH: 'full path of the temporal program',
  },
  meaning: {
    TONGBAO_MODE: 'trial (fictional firms) or live; each keeps its own data',
    TONGBAO_DATA_DIR: 'data folder; a relative path counts from the project folder',
    TONGBAO_HOST: 'address the web server listens on; by default only this machine reaches it',
    TONGBAO_PORT: 'port of the web server',
    TONGBAO_PUBLIC_URL: 'address of this server from outside; when set, Telegram messages arrive by webhook',
    TONGBAO_PACK: 'policy pack to use',
    TONGBAO_LOG_LEVEL: 'how much is logged: debug, info, warn, error',
    TELEGRAM_BOT_TOKEN: 'bot token from @BotFather; without it there is no Telegram',
    TELEGRAM_API_ROOT: 'address of the Telegram Bot API, for a self-hosted Bot API server',
    TELEGRAM_PROXY: 'proxy for reaching Telegram: http://, https:// or socks5://',
    TELEGRAM_WEBHOOK_SECRET: 'secret that Telegram sends along with each webhook call',
    DATABASE_URL: 'place of the SQLite database, starts with file:',
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

export const cli: typeof shape = { runtime, settings };
