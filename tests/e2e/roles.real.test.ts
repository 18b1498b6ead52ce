import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import { privateText } from '../support/telegram-updates.ts';
import { until } from '../support/until.ts';
import { openStream, openWebVisitor } from '../support/web-visitor.ts';

/** Four processes on one machine, as `npm start` is one. */
describe('the parts of tongbao, each in a process of its own', () => {
  let home: AppHome;
  let telegram: TelegramDouble;
  const parts: Record<string, ReturnType<AppHome['spawn']>> = {};

  beforeAll(async () => {
    telegram = await startTelegramDouble();
    home = await makeAppHome({ TELEGRAM_BOT_TOKEN: '42:test', TELEGRAM_API_ROOT: telegram.apiRoot });
    // All at once: the others wait for the Temporal server.
    for (const role of ['server', 'bot', 'worker', 'temporal']) {
      parts[role] = home.spawn(['start', '--role', role]);
    }
    for (const [role, part] of Object.entries(parts)) {
      await until(() => part.output().includes(`${role} part of tongbao is ready`), 120_000).catch(() => {
        throw new Error(`${role} did not start:\n${part.output()}`);
      });
    }
  });
  afterAll(async () => {
    await home.dispose();
    await telegram.close();
  });

  it('shows on an open page the reminder that another process sent', async () => {
    const visitor = await openWebVisitor(home.url);
    const stream = await openStream(visitor, '/chat/events?after=0');
    const advanced = await until(async () => {
      const response = await visitor.post('/chat/trial/next-reminder', {});
      return response.status === 200 ? response : null;
    });
    expect(advanced.status).toBe(200);
    await until(() => stream.events.some(({ item }) => JSON.stringify(item).includes('还没有在线确认')));
    stream.close();
    expect((await fetch(`${home.url}/readyz`)).status).toBe(200);
  });

  it('receives Telegram in the bot alone, and answers there', async () => {
    expect(telegram.heldPolls()).toBe(1);
    telegram.push(privateText(77, '赔付比例是多少'));
    await until(() => telegram.textsTo('77').some((text) => text.includes('80%')));
  });

  it('takes orders from the command line while the worker runs', async () => {
    const { out, err } = await home.run(['event', '91329999MADEM0002U', 'submitted']);
    expect(err).toBe('');
    expect(out).toContain('淮安示例机电有限公司');
  });

  it('ends each part in order, the Temporal server with its own', async () => {
    for (const role of ['bot', 'server', 'worker', 'temporal'])
      expect(await parts[role]?.kill('SIGTERM')).toBe(0);
    expect(recordedServer(join(home.dataDir, 'trial'))).toBeNull();
  });
});
