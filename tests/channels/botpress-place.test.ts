import { expect, it } from 'vitest';
import { placeOf } from '../../bot/channels/botpress/place.ts';

it.each([
  ['webchat', 'channel', {}, 'private'],
  ['messenger', 'channel', {}, 'private'],
  ['messenger', 'commentReplies', {}, 'group'],
  ['instagram', 'commentReplies', {}, 'group'],
  ['line', 'channel', {}, 'unknown'],
  ['slack', 'dm', {}, 'private'],
  ['slack', 'channel', {}, 'group'],
  ['telegram', 'channel', { 'telegram:chatId': '17' }, 'private'],
  ['telegram', 'channel', { 'telegram:chatId': '-17' }, 'group'],
  ['something-new', 'channel', {}, 'unknown'],
] as const)('%s, channel %s, %j: %s', (integration, channel, tags, expected) => {
  expect(placeOf({ id: 'c', integration, channel, tags })).toBe(expected);
});
