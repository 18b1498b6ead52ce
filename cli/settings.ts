import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PayloadKey } from '../activities/payload-codec/payload-keys.ts';
import type { WecomAccess } from '../bot/channels/wecom/contract.ts';
import { defaultOfficeHours } from '../knowledge/tickets/office-hours.ts';
import type { OfficeHours } from '../knowledge/tickets/office-hours.ts';
import { nothingInside } from '../knowledge/webhooks/inside.ts';
import type { AllowedInside } from '../knowledge/webhooks/inside.ts';
import { userError } from './both-languages.ts';
import { botpressSettings } from './settings-botpress.ts';
import type { BotpressSettings } from './settings-botpress.ts';
import { mailSettings } from './settings-mail.ts';
import type { MailSettings } from './settings-mail.ts';
import { onebotSettings } from './settings-onebot.ts';
import type { OneBotSettings } from './settings-onebot.ts';
import type { ApiSource } from './settings-signing.ts';
import { wecomSettings } from './settings-wecom.ts';
import { checkedVariables, type VariableName } from './settings-table.ts';
import { readTemporalSettings, type TemporalSettings } from '../temporal.config.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What the environment and `.env` say, read and checked once at start. */
export interface Settings {
  mode: 'trial' | 'live';
  /** The mode's own folder: `<TONGBAO_DATA_DIR>/<mode>`. Absolute. */
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string | null;
  /** Addresses and networks of the reverse proxies whose word about the browser's address counts. */
  trustProxy: string[];
  /** Sites whose pages may show the web chat in a frame; none: only our own. */
  embedOrigins: readonly string[];
  packId: string;
  /** Further packs to answer from, each once and without `packId`. */
  answerPackIds: readonly string[];
  telegram: {
    token: string;
    apiRoot: string | null;
    proxy: string | null;
    webhookSecret: string | null;
  } | null;
  botpress: BotpressSettings | null;
  mail: MailSettings | null;
  onebot: OneBotSettings | null;
  /** Groups of WeCom that the office posts into. */
  wecom: WecomAccess | null;
  /** `file:` URL of the SQLite database. */
  databaseUrl: string;
  /** Null: the embedded server that `npm start` starts. */
  temporalAddress: string | null;
  temporalCliPath: string | null;
  /** Namespace, TLS and API key of Temporal, from the environment or an envconfig profile. */
  temporal: TemporalSettings;
  /** The large language model that may help to understand questions; null: none, and nothing is sent anywhere. */
  languageService: {
    baseUrl: string;
    apiKey: string | null;
    model: string;
    timeoutMs: number;
  } | null;
  /** Keys of the payloads in Temporal, the first one encrypts; null: those of the key file in the data folder. */
  payloadKeys: [PayloadKey, ...PayloadKey[]] | null;
  /** Who may send official events; none: the interface is off. */
  apiSources: readonly ApiSource[];
  /** Secrets of those who are told of changes, by the name of the endpoint. */
  webhookSecrets: readonly ApiSource[];
  /** What of the own network may be told of changes. */
  webhookAllow: AllowedInside;
  /** Origin of a Temporal user interface that is not our own, which may show decrypted data. */
  temporalUiOrigin: string | null;
  /** When the staff are at their desks on a working day. */
  officeHours: OfficeHours;
  /** Minutes of office hours after which staff are reminded of a ticket that nobody has answered. */
  ticketRemindMinutes: number;
  /** Working days without a word after which an answered ticket ends; 0: never. */
  ticketCloseDays: number;
  logLevel: LogLevel;
  /** The person's cache folder, absolute; ours is `tongbao` in it. */
  cacheDir: string;
  /** The environment for child processes: without the secrets that are only ours. */
  childEnv: NodeJS.ProcessEnv;
}

export const projectDir = fileURLToPath(new URL('..', import.meta.url));

/** Adds the project's `.env` to the process's environment; what the environment says already wins. */
export function loadEnvFile(folder: string = projectDir): void {
  const path = join(folder, '.env');
  if (!existsSync(path)) return;
  try {
    process.loadEnvFile(path);
  } catch (error) {
    throw userError((t) => t.cli.settings.envFileUnreadable({ path }), error);
  }
}

/** The settings of this process: `.env` first, then the environment on top. */
export function settingsOfProcess(): Settings {
  loadEnvFile();
  return readSettings(process.env);
}

/** Reads and checks all settings. Throws UserError for the first bad one; a secret's value is never shown. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = checkedVariables(env);
  const dataRoot = resolve(projectDir, given.TONGBAO_DATA_DIR ?? 'data');
  const mode = given.TONGBAO_MODE ?? 'trial';
  const dataDir = join(dataRoot, mode);
  const temporal = readTemporalSettings(env);
  const packId = given.TONGBAO_PACK ?? 'jiangsu-2022';
  return {
    mode,
    dataDir,
    host: given.TONGBAO_HOST ?? '127.0.0.1',
    port: given.TONGBAO_PORT ?? 8080,
    publicUrl: given.TONGBAO_PUBLIC_URL ?? null,
    trustProxy: given.TONGBAO_TRUST_PROXY ?? [],
    embedOrigins: given.TONGBAO_WEB_EMBED_ORIGINS ?? [],
    packId,
    answerPackIds: [...new Set(given.TONGBAO_ANSWER_PACKS)].filter((id) => id !== packId),
    telegram: telegramSettings(given),
    botpress: botpressSettings(given),
    mail: mailSettings(given),
    onebot: onebotSettings(given),
    wecom: wecomSettings(given),
    databaseUrl: given.DATABASE_URL ?? `file:${join(dataDir, 'tongbao.db')}`,
    temporalAddress: temporal.address,
    temporalCliPath: given.TEMPORAL_CLI_PATH === undefined ? null : resolve(given.TEMPORAL_CLI_PATH),
    temporal,
    languageService: languageServiceSettings(given),
    payloadKeys: given.TONGBAO_PAYLOAD_KEYS ?? null,
    apiSources: given.TONGBAO_API_SECRETS ?? [],
    webhookSecrets: given.TONGBAO_WEBHOOK_SECRETS ?? [],
    webhookAllow: given.TONGBAO_WEBHOOK_ALLOW ?? nothingInside,
    temporalUiOrigin: given.TONGBAO_TEMPORAL_UI_ORIGIN ?? null,
    officeHours: given.TONGBAO_OFFICE_HOURS ?? defaultOfficeHours,
    ticketRemindMinutes: given.TONGBAO_TICKET_REMIND_MINUTES ?? 30,
    ticketCloseDays: given.TONGBAO_TICKET_CLOSE_DAYS ?? 3,
    logLevel: given.TONGBAO_LOG_LEVEL ?? 'info',
    cacheDir: cacheDirOf(env),
    childEnv: childEnvironment(env),
  };
}

function telegramSettings(given: ReturnType<typeof checkedVariables>): Settings['telegram'] {
  if (given.TELEGRAM_BOT_TOKEN === undefined) return null;
  return {
    token: given.TELEGRAM_BOT_TOKEN,
    apiRoot: given.TELEGRAM_API_ROOT ?? null,
    proxy: given.TELEGRAM_PROXY ?? null,
    webhookSecret: given.TELEGRAM_WEBHOOK_SECRET ?? null,
  };
}

/** Off unless both the address and the model are given; one without the other is a slip that is told at once. */
function languageServiceSettings(given: ReturnType<typeof checkedVariables>): Settings['languageService'] {
  const { TONGBAO_LLM_BASE_URL: baseUrl, TONGBAO_LLM_MODEL: model } = given;
  if (baseUrl === undefined && model === undefined) return null;
  if (baseUrl === undefined) throw languageServiceIncomplete('TONGBAO_LLM_BASE_URL');
  if (model === undefined) throw languageServiceIncomplete('TONGBAO_LLM_MODEL');
  return {
    baseUrl,
    apiKey: given.TONGBAO_LLM_API_KEY ?? null,
    model,
    timeoutMs: given.TONGBAO_LLM_TIMEOUT_MS ?? 1500,
  };
}

const languageServiceIncomplete = (missing: VariableName): Error =>
  userError((t) => t.cli.settings.languageServiceIncomplete({ missing }));

/** `XDG_CACHE_HOME`, which by its specification counts only when absolute, else `~/.cache`. */
function cacheDirOf(env: NodeJS.ProcessEnv): string {
  const given = env['XDG_CACHE_HOME'];
  return given?.startsWith('/') === true ? given : join(homedir(), '.cache');
}

function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours: readonly VariableName[] = [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_WEBHOOK_SECRET',
    'TELEGRAM_PROXY',
    'BOTPRESS_TOKEN',
    'BOTPRESS_SECRET',
    'TONGBAO_SMTP_URL',
    'TONGBAO_SMTP_USER',
    'TONGBAO_SMTP_PASSWORD',
    'ONEBOT_ACCESS_TOKEN',
    'TONGBAO_WECOM_WEBHOOKS',
    'DATABASE_URL',
    'TONGBAO_LLM_API_KEY',
    'TONGBAO_PAYLOAD_KEYS',
    'TONGBAO_API_SECRETS',
    'TONGBAO_WEBHOOK_SECRETS',
  ];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.some((secret) => secret === name)));
}
