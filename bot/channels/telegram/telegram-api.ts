import { Api } from 'node-telegram-bot-api';
import type { MessageSender } from '../../../activities/ports/services.ts';
import type { TelegramAccess } from './contract.ts';
import { createTelegramSender } from './sender.ts';

export const createTelegramApi = ({ token, apiRoot, fetch, timeoutMs }: TelegramAccess): Api =>
  new Api(token, {
    // A repeated sendMessage is a duplicate; Temporal repeats what may be repeated.
    maxRetries: 0,
    timeoutMs: timeoutMs ?? 15_000,
    ...(apiRoot === null ? {} : { apiRoot }),
    ...(fetch === null ? {} : { fetch }),
  });

/** For a process that sends and does not receive. */
export const createTelegramOutbox = (access: TelegramAccess): MessageSender =>
  createTelegramSender(createTelegramApi(access));
