import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { TelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { startTelegramEmulator } from '../support/telegram-emulator.ts';
import type { EmulatedPerson, ShownMessage, TelegramEmulator } from '../support/telegram-emulator.ts';
import { until } from '../support/until.ts';

const token = '1:emulated';
let office: EngineOffice;
let telegram: TelegramEmulator;
let channel: TelegramChannel;

beforeEach(async () => {
  office = await openEngineOffice();
  telegram = await startTelegramEmulator(token);
  const quiet = (): void => undefined;
  channel = createTelegramChannel({
    token,
    apiRoot: telegram.apiRoot,
    fetch: null,
    webhookSecret: null,
    publicUrl: null,
    engine: office.engine,
    stores: office.stores,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  await channel.start();
});
afterEach(async () => {
  await channel.stop();
  await telegram.close();
  await office.dispose();
});

/** Waits until the chat shows a message with this in it. */
const seen = (person: EmulatedPerson, text: string): Promise<ShownMessage> =>
  until(() => person.sees().find((m) => m.text.includes(text)));

it('carries a contact from the code to the last step, and staff from the look-up to the approval', async () => {
  const firm = await office.addFirm(2);
  const { staffId } = await office.stores.identities.addStaff('老李');
  const expires = '2099-01-01T00:00:00.000Z';
  await office.stores.identities.mintCode({ purpose: 'staff', staffId }, '9STAFF00AA', expires, 'cli');

  const li = telegram.person(2);
  await li.writes('/start 9STAFF00AA');
  await seen(li, '/pending');
  await li.writes(`/invite ${firm.uscc}`);
  const invited = await seen(li, '的关联码：');
  const code = /的关联码：(\w+)/.exec(invited.text)?.[1] ?? '';

  const wang = telegram.person(3);
  await wang.writes('你好');
  await until(() => wang.sees().length === 1);
  await wang.writes(`/start ${code}`);
  await seen(wang, `您已关联「${firm.name}」`);
  await wang.taps('看进度');
  await seen(wang, '待企业确认');
  await wang.taps('报告进度');
  await seen(wang, '已经做完哪一步');
  const before = wang.sees().length;
  await wang.taps('完成投保');
  await seen(wang, '自己报告已做完全部步骤');
  // The message with the steps was changed, not followed by another.
  expect(wang.sees()).toHaveLength(before);

  await li.writes('/pending');
  await seen(li, '其中 1 家自己报告已做完');
  await li.writes(`/approve ${firm.uscc}`);
  await seen(li, '已改为「审批通过」');
  await wang.writes('我们公司到哪一步了');
  await seen(wang, '审批通过');
  expect(office.commands.calls.map((c) => c.command)).toEqual(['reportStep', 'applyOfficialEvent']);
});

it('answers a policy question with its source and follows a button', async () => {
  const chen = telegram.person(4);
  await chen.writes('赔付比例是多少');
  const answer = await seen(chen, '80%');
  expect(answer.text).toContain('来源');
  await chen.taps('最高赔偿额');
  await until(() => chen.sees().length === 2);
});
