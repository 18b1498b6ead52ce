import { expect, it } from 'vitest';
import { noLinks } from '../../bot/channels/channel.ts';
import { createLinkBook } from '../../bot/channels/link-book.ts';
import type { ChannelLinks } from '../../bot/model.ts';

const telegram: ChannelLinks = {
  privateChat: () => 'https://t.me/bot',
  start: (code) => `https://t.me/bot?start=${code}`,
};

it('gives each channel its own links, and only an invitation those of another', () => {
  const { links, invitationLink } = createLinkBook(() => [
    { name: 'telegram', links: telegram },
    { name: 'web', links: noLinks },
  ]);
  expect(links('telegram').privateChat()).toBe('https://t.me/bot');
  expect(links('web').privateChat()).toBeNull();
  expect(links('unknown').start('X')).toBeNull();
  expect(invitationLink('web', 'X')).toBe('https://t.me/bot?start=X');
  expect(createLinkBook(() => []).invitationLink('web', 'X')).toBeNull();
});
