import { expect, it } from 'vitest';
import { deskEventOf } from '../../bot/channels/telegram/desk/desk-event.ts';
import { onOrOff } from '../../bot/channels/telegram/desk/on-or-off.ts';
import { me, user } from '../support/telegram-updates.ts';

it.each<[string, 'on' | 'off' | null]>([
  ['', 'on'],
  ['  ', 'on'],
  ['on', 'on'],
  ['打开', 'on'],
  ['開啟。', 'on'],
  ['off', 'off'],
  ['off。', 'off'],
  ['OFF!', 'off'],
  ['ｏｆｆ', 'off'],
  ['关闭', 'off'],
  ['關閉', 'off'],
  ['关 闭', null],
  ['取消。', 'off'],
  ['offf', null],
  ['不要', null],
  ['帮助', null],
])('reads "%s" behind a command as %s', (words, expected) => {
  expect(onOrOff(words)).toBe(expected);
});

it.each<[string, boolean | null | 'other']>([
  ['/staffgroup', true],
  ['/staffgroup off。', false],
  ['/staffgroup@tongbao_bot 关闭', false],
  ['/staffgroup关闭', false],
  ['/staffgroup ？', null],
  ['/staffgroups', 'other'],
  ['/staffgroup@another_bot off', 'other'],
])('takes %s in a group for that', (text, on) => {
  const chat = { id: -1, type: 'group' as const, title: '…' };
  const update = { update_id: 1, message: { message_id: 2, date: 1, chat, from: user(31), text } };
  const event = deskEventOf(update as never, me, null);
  expect(event?.kind === 'tie' ? event.on : 'other').toBe(on);
});
