import type { TelegramAccess } from '../../bot/channels/telegram/contract.ts';
import { createProxyFetch } from '../proxy-fetch.ts';
import type { Settings } from '../settings.ts';

export const telegramAccess = ({
  token,
  apiRoot,
  proxy,
}: NonNullable<Settings['telegram']>): TelegramAccess => ({ token, apiRoot, fetch: createProxyFetch(proxy) });
