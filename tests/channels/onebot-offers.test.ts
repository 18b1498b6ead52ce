import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOffers } from '../../bot/channels/onebot/offers.ts';
import type { Offers } from '../../bot/channels/onebot/offers.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const offered = [{ letter: 'A', label: '已提交', data: 'step/submitted' }];
const typed = { chatId: 'private:1', userId: '1', text: 'a', replyTo: null };

let temp: TempStores;
/** Of one process. */
const offers = (): Offers => createOffers(temp.stores.givenChoices, log);
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

it('does not take a letter under a quoted list that it does not know for one of the latest list', async () => {
  const here = offers();
  await here.note('private:1', { messageId: '9', offered });
  expect(await here.meant(typed)).toMatchObject({ data: 'step/submitted' });
  expect(await here.meant({ ...typed, replyTo: '9' })).toMatchObject({ data: 'step/submitted' });
  expect(await here.meant({ ...typed, replyTo: '3' })).toBeNull();
});

it('knows the letters of what another process sent, also after a restart', async () => {
  await offers().note('private:1', { messageId: '9', offered });
  expect(await offers().meant(typed)).toEqual({ data: 'step/submitted', messageId: '9' });
  expect(await offers().meant({ ...typed, chatId: 'private:2' })).toBeNull();
});

it('takes a letter for no list when something without one was said since', async () => {
  await offers().note('private:1', { messageId: '9', offered });
  await offers().note('private:1', { messageId: '10', offered: [] });
  expect(await offers().meant(typed)).toBeNull();
  expect(await offers().meant({ ...typed, text: '已提交' })).toMatchObject({ messageId: '9' });
});

it('keeps the latest 20 messages of a chat, and none of a chat where nothing was offered', async () => {
  const here = offers();
  for (let id = 1; id <= 25; id += 1) await here.note('private:1', { messageId: String(id), offered });
  await here.note('private:2', { messageId: '1', offered: [] });
  const { givenChoices } = temp.stores;
  const kept = (await givenChoices.latest('onebot', 'private:1')).map(({ messageId }) => messageId);
  expect(kept).toEqual(Array.from({ length: 20 }, (_, index) => String(25 - index)));
  expect(await givenChoices.latest('onebot', 'private:2')).toEqual([]);
});

it('answers though the database does not take what was offered', async () => {
  const full = { ...temp.stores.givenChoices, note: () => Promise.reject(new Error('disk full')) };
  await expect(
    createOffers(full, log).note('private:1', { messageId: '9', offered }),
  ).resolves.toBeUndefined();
});
