import { Client } from '@botpress/client';
import type { BotpressAccess } from './contract.ts';

/** Given every setting, the vendor's client looks into no environment of its own. */
export const createClient = ({ botId, token, apiUrl, timeoutMs = 15_000 }: BotpressAccess): Client =>
  new Client({
    ...{ botId, token, timeout: timeoutMs, apiUrl: apiUrl ?? 'https://api.botpress.cloud' },
    // A repeated createMessage is a duplicate; who calls repeats what may be repeated.
    retry: { retries: 0 },
  });
