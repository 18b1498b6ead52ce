import { z } from 'zod';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePayloadKeys } from '../activities/payload-codec/payload-keys.ts';
import {
  defaultOfficeHours,
  formatOfficeHours,
  parseOfficeHours,
} from '../knowledge/tickets/office-hours.ts';
import { userError } from './both-languages.ts';
import { mailFrom, oneMailAddress, smtpUrl } from './settings-mail.ts';
import { wecomRobots } from './settings-wecom.ts';
import { apiSecrets, webhookAllow } from './settings-signing.ts';
import { embedOrigins, trustedProxies } from './settings-web.ts';

const url = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
    .transform((text) => text.replace(/\/+$/, ''));

/** SQLite only, for now; a relative path counts from the project folder. */
const databaseUrl = z
  .string()
  .regex(/^file:.+/)
  .transform((text) => `file:${resolve(projectFolder(), text.replace(/^file:(\/\/(?=\/))?/, ''))}`);

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65535);

/** Every variable that tongbao checks itself; the rest of TEMPORAL_* is read by Temporal's own envconfig. */
const schemas = {
  TONGBAO_MODE: z.enum(['trial', 'live']),
  TONGBAO_DATA_DIR: z.string(),
  TONGBAO_HOST: z.string().regex(/^[\w.:-]+$/),
  TONGBAO_PORT: port,
  TONGBAO_PUBLIC_URL: url('http:', 'https:'),
  TONGBAO_TRUST_PROXY: trustedProxies,
  TONGBAO_WEB_EMBED_ORIGINS: embedOrigins,
  TONGBAO_PACK: z.string().regex(/^[a-z0-9-]+$/),
  TONGBAO_ANSWER_PACKS: z
    .string()
    .regex(/^[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*$/)
    .transform((text) => text.split(',').map((id) => id.trim())),
  TONGBAO_OFFICE_HOURS: z
    .string()
    .transform((text, check) => parseOfficeHours(text) ?? (check.addIssue('not hours'), z.NEVER)),
  TONGBAO_TICKET_REMIND_MINUTES: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value >= 5 && value <= 2_400),
  TONGBAO_TICKET_CLOSE_DAYS: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
  TONGBAO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']),
  // Loose on purpose: Telegram's own form is checked by `doctor`, and test servers use other tokens.
  TELEGRAM_BOT_TOKEN: z.string().regex(/^[\w:-]+$/),
  TELEGRAM_API_ROOT: url('http:', 'https:'),
  TELEGRAM_PROXY: url('http:', 'https:', 'socks5:', 'socks5h:'),
  TELEGRAM_WEBHOOK_SECRET: z.string().regex(/^[\w-]{1,256}$/),
  BOTPRESS_BOT_ID: z.string().regex(/^[\w-]+$/),
  BOTPRESS_TOKEN: z.string().regex(/^[\x21-\x7e]+$/),
  BOTPRESS_SECRET: z.string().regex(/^[\w-]{24,128}$/),
  BOTPRESS_API_URL: url('http:', 'https:'),
  TONGBAO_SMTP_URL: smtpUrl,
  TONGBAO_SMTP_USER: z.string().regex(/^[\x21-\x7e]+$/),
  TONGBAO_SMTP_PASSWORD: z.string().regex(/^\P{Cc}+$/u),
  TONGBAO_MAIL_FROM: mailFrom,
  TONGBAO_MAIL_REPLY_TO: oneMailAddress,
  TONGBAO_MAIL_LINK_URL: url('http:', 'https:').refine((text) => !/[@?#]/.test(text)),
  ONEBOT_REVERSE: z.enum(['on', 'off']),
  ONEBOT_URL: url('ws:', 'wss:').refine((text) => !/@|[?#]/.test(text)),
  ONEBOT_ACCESS_TOKEN: z.string().regex(/^[\w.~-]{16,128}$/),
  ONEBOT_FRIEND_REQUESTS: z.enum(['ignore', 'accept']),
  ONEBOT_GROUP_INVITATIONS: z.enum(['ignore', 'accept']),
  TONGBAO_WECOM_WEBHOOKS: wecomRobots,
  TONGBAO_WECOM_API: url('http:', 'https:').refine((text) => !/[@?#]/.test(text)),
  DATABASE_URL: databaseUrl,
  TONGBAO_LLM_BASE_URL: url('http:', 'https:').refine((text) => !/@|[?#]/.test(text)),
  TONGBAO_LLM_API_KEY: z.string().regex(/^[\x21-\x7e]+$/),
  TONGBAO_LLM_MODEL: z.string().regex(/^[\w./:@-]+$/),
  TONGBAO_LLM_TIMEOUT_MS: z
    .string()
    .regex(/^\d{3,5}$/)
    .transform(Number)
    .refine((value) => value <= 10_000),
  TONGBAO_PAYLOAD_KEYS: z
    .string()
    .transform((text, check) => parsePayloadKeys(text) ?? (check.addIssue('not a list of keys'), z.NEVER)),
  TONGBAO_API_SECRETS: apiSecrets,
  TONGBAO_WEBHOOK_SECRETS: apiSecrets,
  TONGBAO_WEBHOOK_ALLOW: webhookAllow,
  TONGBAO_TEMPORAL_UI_ORIGIN: url('http:', 'https:').refine((text) => text === new URL(text).origin),
  TEMPORAL_ADDRESS: z.string().regex(/^(\[[\da-fA-F:]+\]|[\w.-]+):\d{1,5}$/),
  TEMPORAL_CLI_PATH: z.string(),
};

export type VariableName = keyof typeof schemas;

/** Values of these are never shown: they are secrets or may hold one. */
const secret: readonly VariableName[] = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_PROXY',
  'TELEGRAM_WEBHOOK_SECRET',
  'BOTPRESS_TOKEN',
  'BOTPRESS_SECRET',
  // The address may hold the password.
  'TONGBAO_SMTP_URL',
  'TONGBAO_SMTP_USER',
  'TONGBAO_SMTP_PASSWORD',
  // As with the language model's.
  'ONEBOT_URL',
  'ONEBOT_ACCESS_TOKEN',
  'TONGBAO_WECOM_WEBHOOKS',
  'DATABASE_URL',
  // A URL may hold a key where none belongs.
  'TONGBAO_LLM_BASE_URL',
  'TONGBAO_LLM_API_KEY',
  'TONGBAO_PAYLOAD_KEYS',
  'TONGBAO_API_SECRETS',
  'TONGBAO_WEBHOOK_SECRETS',
];

type Checked = { [Name in VariableName]?: z.output<(typeof schemas)[Name]> };

/** The variables that are set, checked. An empty one counts as not set. Throws UserError for the first bad one. */
export function checkedVariables(env: NodeJS.ProcessEnv): Checked {
  const checked: Record<string, unknown> = {};
  for (const name of variableNames) {
    const text = env[name]?.trim() ?? '';
    if (text === '') continue;
    if (name === 'DATABASE_URL' && /^postgres(ql)?:/i.test(text)) {
      throw userError((t) => t.cli.settings.postgresNotYet());
    }
    const result = schemas[name].safeParse(text);
    if (!result.success) throw badValue(name, text);
    checked[name] = result.data;
  }
  return checked;
}

function badValue(name: VariableName, text: string): Error {
  const value = secret.includes(name) ? null : text;
  return userError((t) => t.cli.settings.badValue({ name, value, allowed: t.cli.settings.allowed[name] }));
}

const variableNames = Object.keys(schemas) as VariableName[];

/** One row of the settings table in the documentation. */
export interface SettingRow {
  name: string;
  /** What holds when the variable is not set; null: nothing. */
  default: string | null;
}

const defaults: Partial<Record<VariableName, string>> = {
  TONGBAO_MODE: 'trial',
  TONGBAO_DATA_DIR: 'data',
  TONGBAO_HOST: '127.0.0.1',
  TONGBAO_PORT: '8080',
  TONGBAO_PACK: 'jiangsu-2022',
  TONGBAO_OFFICE_HOURS: formatOfficeHours(defaultOfficeHours),
  TONGBAO_TICKET_REMIND_MINUTES: '30',
  TONGBAO_TICKET_CLOSE_DAYS: '3',
  TONGBAO_LOG_LEVEL: 'info',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  BOTPRESS_API_URL: 'https://api.botpress.cloud',
  ONEBOT_REVERSE: 'off',
  ONEBOT_FRIEND_REQUESTS: 'ignore',
  ONEBOT_GROUP_INVITATIONS: 'ignore',
  TONGBAO_WECOM_API: 'https://qyapi.weixin.qq.com',
  DATABASE_URL: 'file:<TONGBAO_DATA_DIR>/<TONGBAO_MODE>/tongbao.db',
  TONGBAO_LLM_TIMEOUT_MS: '1500',
};

/** Read by Temporal's envconfig; the meaning of each is in the locale, like that of ours. */
const temporalVariables = {
  TEMPORAL_NAMESPACE: 'default',
  TEMPORAL_API_KEY: null,
  TEMPORAL_TLS: null,
  TEMPORAL_TLS_CLIENT_CERT_PATH: null,
  TEMPORAL_TLS_CLIENT_KEY_PATH: null,
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: null,
  TEMPORAL_TLS_SERVER_NAME: null,
  TEMPORAL_PROFILE: 'default',
  TEMPORAL_CONFIG_FILE: '~/.config/temporalio/temporal.toml',
} as const;

/** Every setting, in the order of the documentation; meanings are `cli.settings.meaning` of a locale. */
export const settingsTable: (SettingRow & { name: VariableName | keyof typeof temporalVariables })[] = [
  ...variableNames.map((name) => ({ name, default: defaults[name] ?? null })),
  ...Object.entries(temporalVariables).map(([name, value]) => ({
    name: name as keyof typeof temporalVariables,
    default: value,
  })),
];

function projectFolder(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}
