import type { Operation } from './operation.ts';
import { nothing, signInAnswer } from './schemas.ts';
import * as telegram from './telegram-schemas.ts';

export const telegramOperations = {
  signInByTelegram: {
    ...{ method: 'POST', path: '/sign-in/telegram', role: 'nobody' },
    summary:
      'Sign in with a linked Telegram account; the answer sets the cookie of the session, or of its second step.',
    body: telegram.telegramBody,
    answer: signInAnswer,
  },
  readTelegram: {
    ...{ method: 'GET', path: '/telegram', role: 'viewer' },
    summary: 'Whether the own account can sign in with Telegram.',
    answer: telegram.telegramState,
  },
  linkTelegram: {
    ...{ method: 'POST', path: '/telegram/link', role: 'viewer' },
    summary: 'Let the own account sign in with a Telegram account, instead of an earlier one.',
    body: telegram.linkBody,
    answer: nothing,
  },
  unlinkTelegram: {
    ...{ method: 'POST', path: '/telegram/unlink', role: 'viewer' },
    summary: 'No longer let the own account sign in with Telegram.',
    answer: nothing,
  },
} as const satisfies Record<string, Operation>;
