import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Miss } from '../../activities/ports/questions.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
let other: Stores;
beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  other = await openStores(temp.url, 'fast');
});
afterEach(async () => {
  await other.close();
  await temp.dispose();
});

const person = async (name: string, privateChatId: string | null = `chat-${name}`): Promise<string> => {
  const { id } = await stores.identities.upsertIdentity({
    channel: 'telegram',
    externalUserId: name,
    ...(privateChatId === null ? {} : { privateChatId }),
  });
  return id;
};

const miss = (eventId: string, asker: string, text = '可以退保吗'): Miss => ({
  ...{ packId: 'p', locale: 'zh-CN', text, eventId },
  madeOf: { kind: 'handedOver', subject: 'withdraw' },
  asker: { channel: 'telegram', externalUserId: asker },
});
const first = (open: { id: number }[]): number | null => open[0]?.id ?? null;

/** One group asked by a reachable, a blocked and an unknown person. */
async function askedByThree(): Promise<number> {
  await person('a');
  await stores.identities.markBlocked(await person('b'));
  await stores.questions.note(miss('e1', 'a'), first);
  await stores.questions.note(miss('e2', 'b', '能不能退保'), first);
  const noted = await stores.questions.note(miss('e3', 'nobody', '可否退保'), first);
  return noted?.groupId ?? 0;
}

/** As of a process that is no more. */
const ended = -1_000;

describe('the queue of questions', () => {
  it('counts near-duplicates, each event and each person once', async () => {
    const id = await askedByThree();
    expect(await stores.questions.note(miss('e1', 'a'), () => null)).toEqual({ groupId: id });
    expect(await stores.questions.note(miss('e4', 'a'), first)).toEqual({ groupId: id });
    await stores.questions.note(miss('e5', 'c', '怎么报案'), () => null);
    const open = await stores.questions.open('p', 10);
    expect(open.map(({ text, count }) => [text, count])).toEqual([
      ['可以退保吗', 3],
      ['怎么报案', 1],
    ]);
    expect(open[0]).toMatchObject({ id, state: 'open', madeOf: { kind: 'handedOver', subject: 'withdraw' } });
    expect(await stores.questions.countOpen('p')).toBe(2);
    expect(await stores.questions.open('q', 10)).toEqual([]);
  });

  it('takes an event once, whichever process sees it', async () => {
    const noted = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? stores : other).questions.note(miss('e', 'x'), first)),
    );
    expect(new Set(noted.map((one) => one?.groupId)).size).toBe(1);
    expect(await stores.questions.open('p', 10)).toMatchObject([{ count: 1 }]);
  });

  it('is not filled by one person', async () => {
    await person('a');
    for (let n = 0; n < 30; n += 1) await stores.questions.note(miss(`e${n}`, 'a', `问题${n}`), () => null);
    expect(await stores.questions.countOpen('p')).toBe(20);
  });

  it('is answered once; only the grouped text stays when everybody was told', async () => {
    const id = await askedByThree();
    const closed = await stores.questions.answer(id, '可以', 'staff-1');
    expect(closed).toMatchObject({ toTell: 1, unreachable: 2, group: { state: 'answered' } });
    expect(closed?.asked).toEqual(['可以退保吗', '能不能退保', '可否退保']);
    expect(await stores.questions.answer(id, '不可以', 'staff-1')).toBeNull();
    const [waiting] = await stores.questions.waitingToBeTold(10);
    expect(waiting).toMatchObject({ question: '可以退保吗', answer: '可以', repeated: false });
    const askId = waiting?.askId ?? 0;
    expect(await stores.questions.beginTelling(askId)).toBe(true);
    expect(await other.questions.beginTelling(askId)).toBe(false);
    expect(await stores.questions.waitingToBeTold(10)).toEqual([]);
    await stores.questions.endTelling(askId);
    await stores.questions.endTelling(askId);
    expect(await stores.questions.find(id)).toMatchObject({
      state: 'answered',
      text: '可以退保吗',
      count: 3,
    });
    await stores.questions.recoverTelling();
    expect(await stores.questions.waitingToBeTold(10)).toEqual([]);
  });

  it('leaves to another process what that is telling just now', async () => {
    await stores.questions.answer(await askedByThree(), '可以', 's');
    const [waiting] = await stores.questions.waitingToBeTold(10);
    const askId = waiting?.askId ?? 0;
    const took = await Promise.all([stores, other].map((by) => by.questions.beginTelling(askId)));
    expect(took.filter((taken) => taken)).toHaveLength(1);
    await other.questions.recoverTelling();
    expect(await stores.questions.waitingToBeTold(10)).toEqual([]);
    await stores.questions.endTelling(askId);
  });

  it('repeats once what a killed process left half told', async () => {
    await stores.questions.answer(await askedByThree(), '可以', 's');
    const [waiting] = await stores.questions.waitingToBeTold(10);
    const askId = waiting?.askId ?? 0;
    await stores.questions.beginTelling(askId, ended);
    await stores.questions.recoverTelling();
    expect(await stores.questions.waitingToBeTold(10)).toMatchObject([{ askId, repeated: true }]);
    await stores.questions.beginTelling(askId, ended);
    await stores.questions.recoverTelling();
    expect(await stores.questions.waitingToBeTold(10)).toEqual([]);
  });

  it('forgets the askers of what is dismissed, and opens anew when it is asked again', async () => {
    const id = await askedByThree();
    expect(await stores.questions.dismiss(id, 's')).toBe(true);
    expect(await stores.questions.dismiss(id, 's')).toBe(false);
    expect(await stores.questions.answer(id, '可以', 's')).toBeNull();
    expect(await stores.questions.waitingToBeTold(10)).toEqual([]);
    const again = await stores.questions.note(miss('e9', 'a'), first);
    expect(again?.groupId).not.toBe(id);
  });
});

describe('answers of the office', () => {
  it('hold until they are revoked, in their own pack', async () => {
    const kept = await stores.officeAnswers.keep({
      ...{ packId: 'p', locale: 'zh-CN', questions: ['可以退保吗', '能退保吗'], text: '可以' },
      ...{ madeBy: 'staff-1', groupId: 7 },
    });
    expect(await other.officeAnswers.current('p')).toEqual([kept]);
    expect(await stores.officeAnswers.current('q')).toEqual([]);
    expect(await stores.officeAnswers.revoke(kept.id, 's')).toBe(true);
    expect(await other.officeAnswers.revoke(kept.id, 's')).toBe(false);
    expect(await stores.officeAnswers.current('p')).toEqual([]);
  });
});
