import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What Telegram's login hands to a page, as it was handed over: whatever stands in it is signed. */
export type LoginData = Readonly<Record<string, string | number>>;

export type LoginCheck =
  | {
      outcome: 'genuine';
      userId: string;
      /** Names this login, which may be used once. */ hash: string;
      until: Date;
    }
  | { outcome: 'forged' }
  | { outcome: 'stale' };

/** Telegram's login on web pages, by which somebody shows whose Telegram account is theirs. */
export interface TelegramLogin {
  /** The bot's; null where none is connected. */
  botId(): number | null;
  check(data: LoginData, now: Date): LoginCheck;
}

export const noTelegramLogin: TelegramLogin = {
  botId: () => null,
  check: () => ({ outcome: 'forged' }),
};

/** Longer than the way from Telegram through the page to here takes. */
const freshForMs = 5 * 60_000;
/** Clocks differ. */
const aheadMs = 60_000;

/**
 * Whether Telegram said so to a page of the bot with this token: HMAC-SHA-256 over the sorted `name=value` lines, by the SHA-256 of
 * the token (https://core.telegram.org/widgets/login#checking-authorization).
 */
export function checkLoginData({ hash, ...signed }: LoginData, token: string, now: Date): LoginCheck {
  const names = Object.keys(signed).toSorted((a, b) => (a < b ? -1 : 1));
  // A line end in a value would let one signed text be read as several.
  if (names.some((name) => !/^[a-z_]+$/.test(name) || /[\r\n]/.test(String(signed[name]))))
    return { outcome: 'forged' };
  const text = names.map((name) => `${name}=${String(signed[name])}`).join('\n');
  const right = createHmac('sha256', createHash('sha256').update(token).digest()).update(text).digest();
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return { outcome: 'forged' };
  if (!timingSafeEqual(right, Buffer.from(hash, 'hex'))) return { outcome: 'forged' };
  const [userId, at] = [String(signed['id']), Number(signed['auth_date']) * 1000];
  if (!/^\d{1,20}$/.test(userId) || !Number.isFinite(at)) return { outcome: 'forged' };
  const age = now.getTime() - at;
  if (age > freshForMs || age < -aheadMs) return { outcome: 'stale' };
  return { outcome: 'genuine', userId, hash, until: new Date(at + freshForMs) };
}
