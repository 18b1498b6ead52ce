import type { Client } from '@temporalio/client';
import type { Stores } from '../../activities/ports/store.ts';
import type { HealthChecks, HealthPart } from '../../server/contract.ts';

interface Door {
  status(): HealthPart;
}

/** What `/readyz` asks: does the database answer, does Temporal, and are the doors open. */
export function healthChecks(parts: {
  stores: Pick<Stores, 'ping'>;
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
    channels: async () =>
      Object.fromEntries(
        Object.entries(parts.doors).flatMap(([name, door]) => (door === null ? [] : [[name, door.status()]])),
      ),
  };
}
