/**
 * A worker in a process of its own, to be killed: `tsx worker-process.ts <address> <database url> <file> [<chat>,...]`. Each
 * message is a line of the file; one to a chat that is named never comes back. Prints `ready` when it runs.
 */
import { appendFileSync } from 'node:fs';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import { createWorkers } from '../../activities/worker.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { packPair } from './pack-pair.ts';
import { quietRuntime } from './quiet-runtime.ts';

const [address = '', databaseUrl = '', file = '', stuck = ''] = process.argv.slice(2);
const stuckChats = stuck.split(',');
quietRuntime();
const connection = await NativeConnection.connect({ address });
const sender: MessageSender = {
  channel: 'web',
  async send(chatId, message) {
    if (stuckChats.includes(chatId)) await new Promise(() => undefined);
    appendFileSync(file, `${JSON.stringify({ chatId, text: message.paragraphs.join('\n') })}\n`);
    return { messageId: 'm' };
  },
  edit: async () => {},
};
const { pack, next, load } = await packPair();
const ignore = (): void => {};
const stores = await openStores(databaseUrl);
const workers = await createWorkers({
  connection,
  namespace: 'default',
  dataConverter: {},
  channels: ['web'],
  ports: {
    stores,
    senders: { web: sender },
    commands: createEnrollmentCommands(new Client({ connection }), {
      enrollments: async () => stores.enrollments,
    }),
    // The pair that is made for tests, and otherwise the packs that ship.
    loadPack: (id) => ([pack.id, next.id].includes(id) ? load(id) : loadPack(id)),
    clock: { now: () => new Date() },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  },
});
const run = workers.run();
console.log('ready');
await run;
