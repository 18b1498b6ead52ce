import type { Client } from '@temporalio/client';
import type { Stores } from '../../activities/ports/store.ts';
import { staffHear } from '../../bot/tickets/who-hears.ts';
import type { HealthChecks, HealthPart } from '../../server/contract.ts';

interface Door {
  status(): HealthPart;
}

/** What `/readyz` asks: does the database answer, does Temporal, and are the doors open. */
export function healthChecks(parts: {
  stores: Pick<Stores, 'ping' | 'identities' | 'tickets'>;
  client: Client;
  doors: Record<string, Door | null>;
}): HealthChecks {
  return {
    async database() {
      await parts.stores.ping();
      return { ok: true, detail: 'answers' };
    },
    async temporal() {
      const { connection, options } = parts.client;
      await connection.withDeadline(Date.now() + 2_500, () =>
        connection.workflowService.describeNamespace({ namespace: options.namespace }),
      );
      return { ok: true, detail: 'answers' };
    },
    async tickets() {
      const heard = await staffHear(parts.stores);
      return {
        ok: true,
        detail: heard ? 'staff are told' : 'no staff to tell: nobody sees what askers write',
      };
    },
    channels: async () =>
      Object.fromEntries(
        Object.entries(parts.doors).flatMap(([name, door]) => (door === null ? [] : [[name, door.status()]])),
      ),
  };
}
