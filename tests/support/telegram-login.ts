import { createHash, createHmac } from 'node:crypto';
import type { LoginData } from '../../bot/channels/telegram/login-data.ts';

/** As Telegram signs what it hands to a page: lines in alphabetical order, by the SHA-256 of the bot's token. */
export function signedByTelegram(token: string, signed: LoginData): LoginData {
  const lines = Object.entries(signed).map(([name, value]) => `${name}=${value}`);
  const key = createHash('sha256').update(token, 'utf8').digest();
  return { ...signed, hash: createHmac('sha256', key).update(lines.toSorted().join('\n')).digest('hex') };
}
