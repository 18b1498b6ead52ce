import { z } from 'zod';

/** Bodies and answers around signing in with Telegram. */

const loginData = z
  .record(z.string().max(50), z.union([z.string().max(1000), z.int()]))
  .meta({ id: 'TelegramLoginData', description: 'What Telegram’s login gave to the page, as it is.' });

export const telegramBody = z.object({ data: loginData }).meta({ id: 'TelegramSignIn' });
export const linkBody = z
  .object({ password: z.string().max(1000), data: loginData })
  .meta({ id: 'LinkTelegram' });
export const telegramState = z.object({ linked: z.boolean() }).meta({ id: 'TelegramState' });
