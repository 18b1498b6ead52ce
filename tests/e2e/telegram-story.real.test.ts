import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import demoFirm from '../../samples/demo-firm.json' with { type: 'json' };
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { codeIn } from '../support/code-in.ts';
import { enrollmentOf } from '../support/enrollment-of.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { startTelegramEmulator } from '../support/telegram-emulator.ts';
import type { TelegramEmulator } from '../support/telegram-emulator.ts';
import { until } from '../support/until.ts';
import { waitsFor } from '../support/waits-for.ts';

const { uscc, name } = demoFirm;
const token = '100200300:AAEmulatorTokenForTests0123456789abcde';

/** The season of one firm over real parts: processes, a Temporal server, a database, a Telegram server. */
describe('the season of one firm, on Telegram', () => {
  let telegram: TelegramEmulator;
  let home: AppHome;
  let proxy: Awaited<ReturnType<typeof startHttpProxy>>;

  beforeAll(async () => {
    telegram = await startTelegramEmulator(token);
    // Many offices reach Telegram only through a proxy.
    proxy = await startHttpProxy();
    home = await makeAppHome({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_PROXY: proxy.url,
    });
  });
  afterAll(async () => {
    await home.dispose();
    await telegram.close();
    await proxy.stop();
  });

  it('goes from the imported list to an approved firm, and tells the group nothing of it', async () => {
    const contact = telegram.person(501);
    const clerk = telegram.person(601);
    const inGroup = telegram.person(501, -7001);

    // The list is imported before anything runs; the start takes it from there.
    const imported = await home.run(['import', 'samples/approved-list-2022.csv']);
    expect(imported.err).toBe('');
    expect(imported.code).toBe(0);
    await home.start();
    const listed = await home.run(['temporal', 'workflow', 'list', '--limit', '100']);
    expect(listed.out).toContain(`enrollment/jiangsu-2022/${uscc}`);

    // Staff are made with the command line and linked by a code; so is the firm's contact.
    await clerk.writes(`/start ${codeIn((await home.run(['staff', 'add', '测试员'])).out)}`);
    await waitsFor(clerk, '/pending');
    await contact.writes(`/start ${codeIn((await home.run(['invite', uscc])).out)}`);
    await waitsFor(contact, name);

    // The first projection of the firm's workflow knows when it is reminded.
    await until(async () => (await enrollmentOf(home, uscc)).nextReminderAt !== null);
    // Staff remind a city: a preview, a confirmation, a tally. That is one reminder for the day.
    await clerk.writes('/remind 城市=淮安');
    await waitsFor(clerk, '没有关联联系人');
    await clerk.taps('确认提醒 1 家');
    await waitsFor(clerk, /已送出 1 家/);
    await waitsFor(contact, '还没有在线确认');

    // The trial's clock moves on to the next reminder.
    await contact.writes('/status');
    await waitsFor(contact, '待企业确认');
    await contact.taps('演示：快进到下次提醒');
    await until(() => contact.sees().filter((m) => m.text.includes('还没有在线确认')).length === 2);

    await contact.taps('报告进度');
    await until(() => contact.sees().some((m) => m.buttons.some((b) => b.text === '制章')));
    await contact.taps('制章');
    await waitsFor(contact, '制章');
    await contact.taps('报告进度');
    await until(() => contact.sees().some((m) => m.buttons.some((b) => b.text === '完成投保')));
    await contact.taps('完成投保');
    await waitsFor(clerk, /核实|核对/);

    await clerk.writes(`/approve ${uscc}`);
    await waitsFor(contact, '审批通过');

    await contact.writes('/status');
    const status = await waitsFor(contact, /审批通过[\s\S]*起/);
    expect(status).toContain(name);

    await inGroup.writes('/status');
    await inGroup.writes('/help');
    await waitsFor(inGroup, '私聊');
    await inGroup.writes(`@TestNameBot ${name}到哪一步了`);
    await inGroup.writes('@TestNameBot 赔付比例是多少');
    await waitsFor(inGroup, '80%');
    expect(proxy.tunnels).toContain(new URL(telegram.apiRoot).host);
    const toGroup = inGroup
      .sees()
      .map((m) => m.text)
      .join('\n');
    for (const secret of [name, uscc, '审批通过', '制章']) expect(toGroup).not.toContain(secret);

    expect((await enrollmentOf(home, uscc)).officialStatus).toBe('approved');
  }, 300_000);

  it('hands a question to a person: staff are told, and what the command line answers arrives', async () => {
    const contact = telegram.person(501);
    const clerk = telegram.person(601);
    await contact.writes('转人工，买方限额怎么申请');
    await waitsFor(contact, '已经转给工作人员');
    await waitsFor(clerk, /买方限额怎么申请[\s\S]*\/reply 1/);
    const replied = await home.run(['tickets', 'reply', '1', '请带营业执照来窗口']);
    expect(replied.err).toBe('');
    await waitsFor(contact, '请带营业执照来窗口');
    await clerk.writes('/ticket 1');
    await waitsFor(clerk, '请带营业执照来窗口（已送达）');
    await contact.writes('/close');
    await waitsFor(contact, '解决得怎么样');
    await contact.taps('5 分');
    await until(async () => (await home.run(['tickets', 'show', '1'])).out.includes('评分：5 分'));
  }, 120_000);

  it('refuses staff commands from a contact', async () => {
    const contact = telegram.person(501);
    await contact.writes(`/terminate ${uscc} 试试`);
    await waitsFor(contact, /工作人员/);
    expect((await enrollmentOf(home, uscc)).officialStatus).toBe('approved');
  });
});
