import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { at, groupId, messageFrom, reply, startOneBotBot, text } from '../support/onebot-bot.ts';
import type { OneBotBot } from '../support/onebot-bot.ts';
import { textIn } from '../support/onebot-double.ts';
import { storiesOf } from '../support/transcript-office.ts';
import { until } from '../support/until.ts';

let office: EngineOffice;
let bot: OneBotBot;
let firm: Firm;
/** Everything that the group was shown. */
const inGroup = (): string[] =>
  bot.qq.sent.filter(({ chat }) => chat === `group:${groupId}`).map(({ message }) => textIn(message));
const inPrivate = (who: number): string[] =>
  bot.qq.sent.filter(({ chat }) => chat === `private:${who}`).map(({ message }) => textIn(message));

const [contact, othersContact] = [5, 6];
let messageIds = 100;
async function says(who: number, place: 'private' | 'group', message: unknown): Promise<void> {
  const before = bot.qq.sent.length;
  await bot.qq.push(messageFrom(who, place, (messageIds += 1), message));
  await until(() => bot.qq.sent.length > before);
  await until(async () => (await office.stores.inbound.unprocessed('onebot')).length === 0);
}

beforeAll(async () => {
  office = await openEngineOffice();
  bot = await startOneBotBot();
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  await bot.open({ engine: office.engine, stores: office.stores, log });
  const stories = storiesOf(office);
  for (const who of [othersContact, contact]) {
    const known = await stories.firm();
    firm = known.firm;
    await says(who, 'private', [text(`/start ${known.code}`)]);
  }
  await says(contact, 'private', [text('进度')]);
  expect(inPrivate(contact).join()).toContain(firm.name);
});
afterAll(async () => {
  await bot.close();
  await office.dispose();
});

function expectNothingOfTheFirm(): void {
  const shown = inGroup().join('\n');
  for (const secret of [firm.name, firm.uscc, '虚构锦程', '待企业确认', '下次提醒']) {
    expect(shown).not.toContain(secret);
  }
}

describe('a QQ group hears nothing of a firm', () => {
  it.each([
    ['its contact', contact],
    ['another firm’s contact', othersContact],
    ['somebody unknown', 7],
  ])('asked by %s, in many ways', async (_who, who) => {
    const ways = ['我们公司到哪一步了', '进度', '/status', `/status ${firm.uscc}`, `${firm.name}到哪一步了`];
    for (const way of [...ways, firm.uscc, `/firm ${firm.uscc}`, '/steps', '/contacts', '/mydata']) {
      await says(who, 'group', [at(bot.qq.selfId), text(way)]);
    }
    // The same as codes, with the mention behind the words.
    await says(who, 'group', `${firm.name}办得怎么样[CQ:at,qq=${bot.qq.selfId}]`);
    expectNothingOfTheFirm();
  });

  it('when the bot’s private message is quoted there, by whoever knows its ID', async () => {
    const told = bot.qq.sent.filter(({ chat }) => chat === `private:${contact}`).at(-1);
    expect(textIn(told?.message)).toContain(firm.name);
    for (const who of [contact, othersContact]) {
      for (const words of ['', '这个呢', '为什么', '/ask']) {
        await says(who, 'group', [reply(told?.id ?? 0), at(bot.qq.selfId), text(words)]);
      }
    }
    expectNothingOfTheFirm();
  });

  it('when somebody types there what was offered in private', async () => {
    const offered = inPrivate(contact).join('\n');
    const labels = [...offered.matchAll(/^[A-Z]\. (.+)$/gm)].map(([, label = '']) => label);
    expect(labels.length).toBeGreaterThan(0);
    for (const typed of ['A', 'B', ...labels]) {
      // Some are answered by silence: what follows in the chat is answered after them.
      const message = [at(bot.qq.selfId), text(typed)];
      await bot.qq.push(messageFrom(contact, 'group', (messageIds += 1), message));
    }
    await says(contact, 'group', [at(bot.qq.selfId), text('赔付比例是多少')]);
    await until(() => inGroup().at(-1)?.includes('80%'));
    expectNothingOfTheFirm();
  });

  it('though in a temporary session from the group its contact is told', async () => {
    const before = bot.qq.sent.length;
    const said = messageFrom(contact, 'private', (messageIds += 1), [text('进度')]);
    await bot.qq.push({ ...said, sub_type: 'group', sender: { user_id: contact, group_id: groupId } });
    await until(() => bot.qq.sent.length > before);
    const last = bot.qq.of('send_private_msg').at(-1);
    expect(last?.params).toMatchObject({ user_id: contact, group_id: groupId });
    expect(textIn(last?.params['message'])).toContain(firm.name);
    expectNothingOfTheFirm();
  });
});
