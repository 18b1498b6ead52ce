import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import demoFirm from '../../samples/demo-firm.json' with { type: 'json' };
import { goodRow, writeList } from '../import/approved-list-file.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { enrollmentOf } from '../support/enrollment-of.ts';
import { startTelegramEmulator } from '../support/telegram-emulator.ts';
import type { EmulatedPerson, TelegramEmulator } from '../support/telegram-emulator.ts';
import { codeIn } from '../support/code-in.ts';
import { isAtRest } from '../support/is-at-rest.ts';
import { until } from '../support/until.ts';
import { waitsFor } from '../support/waits-for.ts';

const token = '100200301:AAEmulatorTokenForTests0123456789abcde';
let telegram: TelegramEmulator;
let home: AppHome;

afterEach(async () => {
  await home.dispose();
  await telegram.close();
});
beforeEach(async () => {
  telegram = await startTelegramEmulator(token);
});

const nextReminder = '演示：快进到下次提醒';
const temporalServer = (mode: string): { pid: number; address: string } =>
  recordedServer(join(home.dataDir, mode)) as { pid: number; address: string };
const temporalPid = (mode: string): number => temporalServer(mode).pid;

describe('the whole program, killed', () => {
  it('keeps one workflow for each firm when it dies during an import', async () => {
    home = await makeAppHome({ TONGBAO_MODE: 'live' });
    const total = 700;
    const file = await writeList(
      home.dataDir,
      'list.csv',
      Array.from({ length: total }, (_, i) => goodRow(i + 1)),
    );
    const first = await home.start();
    const importing = home.spawn(['import', file]);
    // Some workflows run and some wait: the worst moment.
    await until(async () => (await workflows(home)) > 0);
    await Promise.all([importing.kill('SIGKILL'), first.kill('SIGKILL')]);

    await home.start();
    await home.run(['import', file]);
    await until(async () => (await workflows(home)) === total);
    const again = await home.run(['import', file]);
    expect(again.out).toContain(`没有变化 ${total} 家`);
    expect(await workflows(home)).toBe(total);
  }, 400_000);

  it('adopts the Temporal server and sends each reminder once when it dies between two', async () => {
    home = await makeAppHome({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.apiRoot });
    const contact = telegram.person(501);
    const first = await home.start();
    const server = temporalPid('trial');
    await contact.writes(`/start ${codeIn((await home.run(['invite', demoFirm.uscc])).out)}`);
    await waitsFor(contact, demoFirm.name);
    // The first projection of the firm's workflow knows when it is reminded.
    await until(async () => (await enrollmentOf(home, demoFirm.uscc)).nextReminderAt !== null);
    await fastForward(contact, 1);

    expect(await first.kill('SIGKILL')).toBe('SIGKILL');
    const second = await home.start();
    expect(temporalPid('trial')).toBe(server);
    await fastForward(contact, 2);

    // Once more, and with the Temporal server gone too.
    await second.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    const third = await home.start();
    expect(temporalPid('trial')).not.toBe(server);
    await fastForward(contact, 3);

    // Ctrl-C leaves nothing behind.
    const last = temporalPid('trial');
    expect(await third.kill('SIGINT')).toBe(0);
    expect(() => process.kill(last, 0)).toThrow('ESRCH');
    expect(reminders(contact)).toBe(3);
  }, 400_000);
});

const reminders = (contact: EmulatedPerson): number =>
  contact.sees().filter((m) => m.text.includes('还没有在线确认')).length;

/** Moves the trial's clock on, and waits until this many reminders have come. */
async function fastForward(contact: EmulatedPerson, expected: number): Promise<void> {
  const buttons = (): number =>
    contact.sees().filter((m) => m.buttons.some((b) => b.text === nextReminder)).length;
  const before = buttons();
  await contact.writes('/status');
  await until(() => buttons() > before);
  await contact.taps(nextReminder);
  await until(() => reminders(contact) >= expected).catch((error: unknown) => {
    const seen = contact.sees().map((m) => m.text);
    throw new Error(`not ${expected} reminders among:\n${seen.join('\n---\n')}`, { cause: error });
  });
  expect(reminders(contact)).toBe(expected);
  // Between two reminders, not in the middle of one: that is `unknown`, which tests/workflows shows.
  await until(async () => (await enrollmentOf(home, demoFirm.uscc)).remindersDue === expected);
  const { enrollmentId } = await enrollmentOf(home, demoFirm.uscc);
  const connection = await Connection.connect({ address: temporalServer('trial').address });
  await until(() => isAtRest(new Client({ connection }), enrollmentId));
  await connection.close();
}

async function workflows({ run }: AppHome): Promise<number> {
  const { out } = await run([
    'temporal',
    'workflow',
    'count',
    '--query',
    'WorkflowType = "enrollment"',
    '--output',
    'json',
  ]);
  return out.trim() === '' ? 0 : Number((JSON.parse(out) as { count?: string }).count ?? 0);
}
