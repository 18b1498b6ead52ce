import Database from 'better-sqlite3';
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

it('empties what the person wrote that waits to be handled, on every channel, and what nobody else wrote', async () => {
  const { identities, inbound, people } = temp.stores;
  const telegram = await identities.upsertIdentity({ channel: 'telegram', externalUserId: '5' });
  const web = await identities.upsertIdentity({ channel: 'web', externalUserId: 'a_Bc' });
  const botpress = await identities.upsertIdentity({ channel: 'botpress', externalUserId: 'user_1' });
  const message = (externalUserId: string, text = '你好') => ({
    ...{ chat: { id: '-1', kind: 'group' }, sender: { externalUserId, locale: 'zh-CN' }, text },
  });
  const posted = (externalUserId: string) => ({ externalUserId, locale: 'en', content: { type: 'text' } });
  const store = (channel: string, externalId: string, event: unknown) =>
    inbound.accept(channel, externalId, JSON.stringify(event));
  await store('telegram', 'own 1', { kind: 'message', message: message('5') });
  await store('telegram', 'own 2', { kind: 'membership', externalUserId: '5', chatId: '5', blocked: false });
  await store('telegram', 'own 3', { kind: 'desk', event: { kind: 'text', from: '5', text: '你好' } });
  await store('telegram', 'other 1', { kind: 'message', message: message('15', '"externalUserId":"5"') });
  await store('web', 'own 4', posted('a_Bc'));
  await store('web', 'other 2', posted('a_bc'));
  await store('web', 'other 3', posted('axBc'));
  await store('web', 'other 4', posted('5'));
  await store('botpress', 'own 5', message('user_1'));
  await store('botpress', 'other 5', message('user_12'));

  for (const { id } of [telegram, web, botpress]) expect(await people.erase(id)).toBe('erased');

  const left = await Promise.all(['telegram', 'web', 'botpress'].map((name) => inbound.unprocessed(name)));
  expect(left.flat().map(({ externalId }) => externalId)).toEqual([1, 2, 3, 4, 5].map((n) => `other ${n}`));
  const db = new Database(temp.url.slice('file:'.length), { readonly: true });
  const own = db.prepare(`SELECT DISTINCT payload FROM InboundUpdate WHERE externalId LIKE 'own%'`).all();
  db.close();
  expect(own).toEqual([{ payload: '' }]);
});
