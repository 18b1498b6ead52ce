import { expect, it } from 'vitest';
import { createOffers } from '../../bot/channels/onebot/offers.ts';

it('does not take a letter under a quoted list that it does not know for one of the latest list', () => {
  const offers = createOffers();
  const offered = [{ letter: 'A', label: '已提交', data: 'step/submitted' }];
  offers.note('private:1', { messageId: '9', offered });
  const typed = { chatId: 'private:1', userId: '1', text: 'a', replyTo: null };
  expect(offers.meant(typed)).toMatchObject({ data: 'step/submitted' });
  expect(offers.meant({ ...typed, replyTo: '9' })).toMatchObject({ data: 'step/submitted' });
  expect(offers.meant({ ...typed, replyTo: '3' })).toBeNull();
});
