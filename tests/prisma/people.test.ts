import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

it('gives and erases what a person last talked of, in private and in groups, and nobody else’s', async () => {
  const { identities, conversations, givenAnswers, people } = temp.stores;
  const { id } = await identities.upsertIdentity({
    ...{ channel: 'telegram', externalUserId: '5', privateChatId: '5' },
  });
  const own = [`eligibility:${id}`, 'talk:telegram:5', 'talk:telegram:-1:5', 'talk:telegram:-1:33:5'];
  const others = ['talk:telegram:15', 'talk:telegram:-1:15', 'talk:web:5'];
  for (const key of [...own, ...others]) await conversations.save(key, { of: key });
  await givenAnswers.note('telegram', '5', '41', ['7']);
  await givenAnswers.note('telegram', '15', '41', ['8']);

  const dialogues = (await people.dataOf(id))?.dialogues as { of: string }[];
  expect(dialogues.map(({ of }) => of).sort()).toEqual([...own].sort());

  expect(await people.erase(id)).toBe('erased');
  for (const key of own) expect(await conversations.load(key)).toBeNull();
  for (const key of others) expect(await conversations.load(key)).toEqual({ of: key });
  expect(await givenAnswers.to('telegram', '5', '41')).toEqual([]);
  expect(await givenAnswers.to('telegram', '15', '41')).toEqual(['8']);
});
