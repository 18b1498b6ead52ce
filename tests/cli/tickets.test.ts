import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAskerSide } from '../../bot/tickets/asker-side.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
});
afterEach(() => temp.dispose());

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function asks(name: string, o: { inPrivate?: boolean; group?: string } = {}): Promise<number> {
  const asker = await temp.stores.identities.upsertIdentity({
    ...{ channel: 'telegram', externalUserId: name },
    ...(o.inPrivate === false ? {} : { privateChatId: `chat-${name}` }),
  });
  const side = createAskerSide({
    ...{ stores: temp.stores, packId: 'jiangsu-2022', officeHours: defaultOfficeHours, log: silent },
    clock: { now: () => new Date('2026-03-02T01:30:00.000Z') },
  });
  const { ticket } = await side.wantPerson(asker, {
    ...{ eventId: `e-${name}`, about: `${name}的印章生成不了`, matter: null, locale: 'zh-CN' },
    group: o.group === undefined ? null : { chatId: o.group, messageId: '5' },
  });
  return ticket.id;
}
const deliveries = async (id: number) =>
  (await temp.stores.tickets.transcript(id)).at(-1)?.deliveries.map(({ to }) => to);

describe('tongbao tickets', () => {
  it('lists what is open, with how long it has waited, for people and for programs', async () => {
    expect((await cli.run('tickets')).out).toEqual(['没有工单。']);
    const id = await asks('甲');
    const { out } = await cli.run('tickets');
    expect(out.at(-1)).toMatch(new RegExp(`^${id} .*等人接.*30 .*甲的印章`));
    expect((await cli.run('tickets', '--lang', 'en')).out.at(-1)).toContain('new');
    const json = await cli.run('tickets', 'list', '--json');
    expect(JSON.parse(json.out.join('\n'))).toMatchObject([{ ticket: { id, state: 'open' } }]);
  });

  it('answers, keeps notes, closes and opens again, and shows it all', async () => {
    const id = String(await asks('甲'));
    expect((await cli.run('tickets', 'note', id, '已打电话')).code).toBe(0);
    expect(await deliveries(Number(id))).toEqual(['desk']);
    const replied = await cli.run('tickets', 'reply', id, '请换浏览器，', '再试。');
    expect(replied.code).toBe(0);
    expect(replied.out.join()).toContain('npm start');
    expect(await deliveries(Number(id))).toEqual(['asker', 'desk']);
    expect((await cli.run('tickets', 'close', id)).code).toBe(0);
    expect((await cli.run('tickets')).out).toEqual(['没有工单。']);
    expect((await cli.run('tickets', 'list', '--closed')).out.at(-1)).toContain('已结束');
    const late = await cli.run('tickets', 'reply', id, '还有');
    expect([late.code, late.err]).toEqual([1, [expect.stringContaining('/reopen')]]);
    expect((await cli.run('tickets', 'reopen', id)).code).toBe(0);
    const shown = (await cli.run('tickets', 'show', id)).out.join('\n');
    for (const part of ['甲的印章', '（备注） 已打电话', '请换浏览器， 再试。（等着发）', '私聊发给对方']) {
      expect(shown).toContain(part);
    }
    const json = JSON.parse((await cli.run('tickets', 'show', id, '--json')).out.join('\n')) as object;
    expect(json).toMatchObject({ id: Number(id), state: 'waitingStaff', firms: [] });
  });

  it('asks before it answers in a group, and writes nothing that nobody would get', async () => {
    const id = String(await asks('乙', { inPrivate: false, group: '-100' }));
    const held = await cli.run('tickets', 'reply', id, '请看通知');
    expect([held.code, held.err]).toEqual([1, [expect.stringContaining('--in-group')]]);
    expect((await cli.run('tickets', 'reply', id, '请看通知', '--in-group')).code).toBe(0);
    const alone = String(await asks('丙', { inPrivate: false }));
    const lost = await cli.run('tickets', 'reply', alone, '请看通知', '--in-group');
    expect([lost.code, lost.err]).toEqual([1, [expect.stringContaining('没有办法')]]);
    expect(await deliveries(Number(alone))).toEqual(['desk']);
  });

  it('erases a person only when told twice', async () => {
    const id = String(await asks('甲'));
    const other = await asks('丁');
    const held = await cli.run('tickets', 'erase', id);
    expect([held.code, held.err]).toEqual([1, [expect.stringContaining('--yes')]]);
    expect((await cli.run('tickets', 'erase', id, '--yes')).out.join()).toContain('已抹去 1 个');
    expect(await temp.stores.tickets.find(Number(id))).toBeNull();
    expect(await temp.stores.tickets.find(other)).not.toBeNull();
  });

  it.each([
    ['show', 'x'],
    ['show', '99'],
    ['reply', '99', '好'],
    ['reply', '1', ' '],
    ['close', '99'],
    ['erase', '99', '--yes'],
  ])('refuses %s %s in one line of both languages', async (...given) => {
    const { code, err } = await cli.run('tickets', ...given);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(' / ');
  });
});
