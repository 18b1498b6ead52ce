import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { createReception } from '../../bot/channels/reception.ts';
import type { Reception } from '../../bot/channels/reception.ts';
import { ownPlace } from '../../bot/engine/own-place.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { until } from '../support/until.ts';

let office: EngineOffice;
let firm: Firm;
let door: Reception;
let shown: string[];
let serial = 0;
beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2);
  shown = [];
  const { engine, stores, ports } = office;
  door = createReception({
    ...{ engine, inbound: stores.inbound, identities: stores.identities, log: ports.log, keyedSends: false },
    signal: new AbortController().signal,
    againAfterMs: () => 20,
    sender: {
      channel: 'telegram',
      send: async (_chatId, { paragraphs }) => {
        shown.push(paragraphs.join(' '));
        return { messageId: `m${shown.length}` };
      },
      edit: async () => undefined,
    },
  });
});
afterEach(async () => {
  await door.close();
  await office.dispose();
});

/** Resolves once there is an answer. */
async function says(name: string, text: string, callback: string | null = null): Promise<void> {
  const before = shown.length;
  const [, command, args] = /^\/(\w+) ?(.*)$/.exec(text) ?? [];
  await door.take({
    ...{
      channel: 'telegram',
      externalId: `e${(serial += 1)}`,
      chat: { id: `chat-${name}`, kind: 'private' },
    },
    sender: { externalUserId: `user-${name}`, locale: 'zh-CN' },
    ...{ text: command === undefined ? text : '', addressed: true },
    command: command === undefined ? null : { name: command, args: args ?? '' },
    callback: callback === null ? null : { data: callback, messageId: '7' },
  });
  await until(() => shown.length > before);
}
const settled = async (): Promise<void> => {
  office.commands.unavailable = null;
  await until(async () => (await office.stores.inbound.unprocessed('telegram')).length === 0);
};
const enrollment = () => office.stores.enrollments.find(`${office.pack.id}/${firm.uscc}`);

describe('while an earlier wish has no answer', () => {
  it('a later one of staff takes effect after it, and not before', async () => {
    await office.staff('老李');
    const wang = await office.contactOf(firm, '小王');
    await wang.tapsData(`report|${firm.uscc}|submitted`);
    office.commands.unavailable = 'noAnswer';
    await says('老李', `/approve ${firm.uscc}`);
    await says('老李', `/return ${firm.uscc} 资料不全`);
    expect(shown.at(-1)).toContain('排在它后面');
    await settled();
    expect((await enrollment())?.officialStatus).toBe('returned');
    const timeline = await office.stores.enrollments.timeline(`${office.pack.id}/${firm.uscc}`);
    expect(timeline.map(({ event }) => event.type).filter((type) => type === 'officialChanged')).toHaveLength(
      2,
    );
  });

  it('an end to reminders is not undone by the wish for them before it', async () => {
    const wang = await office.contactOf(firm, '小王');
    await wang.tapsData(`snooze|${firm.uscc}|5`);
    office.commands.unavailable = 'noAnswer';
    await says('小王', '', `resume|${firm.uscc}`);
    await says('小王', '不要再提醒了');
    await settled();
    const place = await ownPlace(office.stores.identities, firm.uscc, await wang.identityId());
    expect(place?.own).toMatchObject({ remindersStopped: true, snoozedUntil: null });
  });

  it('questions are answered all the same', async () => {
    await office.contactOf(firm, '小王');
    office.commands.unavailable = 'noAnswer';
    await says('小王', '', `report|${firm.uscc}|opened`);
    await says('小王', '赔付比例是多少');
    expect(shown.at(-1)).not.toContain('排在它后面');
  });
});
