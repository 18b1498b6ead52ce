import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupDefaults } from '../../activities/ports/groups.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const channel = 'telegram';
let temp: TempStores;
let groups: Stores['groups'];
beforeEach(async () => {
  temp = await openTempStores();
  ({ groups } = temp.stores);
});
afterEach(() => temp.dispose());

const idsOf = (found: { chatId: string }[]): string[] => found.map(({ chatId }) => chatId);

describe('what a group chose', () => {
  it('is the defaults until somebody chooses, and then only what was chosen', async () => {
    expect(await groups.settingsOf(channel, '-1')).toEqual(groupDefaults);
    expect(await groups.change(channel, '-1', { city: '淮安' })).toEqual({ ...groupDefaults, city: '淮安' });
    await groups.change(channel, '-1', { answers: 'alsoUnasked' });
    expect(await groups.settingsOf(channel, '-1')).toEqual({
      ...groupDefaults,
      city: '淮安',
      answers: 'alsoUnasked',
    });
    expect(await groups.settingsOf('onebot', '-1')).toEqual(groupDefaults);
  });

  it('stays when the bot is removed and comes back', async () => {
    await groups.joined(channel, '-1');
    await groups.change(channel, '-1', { announcements: false });
    await groups.left(channel, '-1');
    await groups.joined(channel, '-1');
    expect(await groups.settingsOf(channel, '-1')).toMatchObject({ announcements: false });
  });
});

describe('coming and going', () => {
  it('is new once, also for two that hear of it at once', async () => {
    const heard = await Promise.all([groups.joined(channel, '-1'), groups.joined(channel, '-1')]);
    expect(heard.filter(Boolean)).toHaveLength(1);
    expect(await groups.joined(channel, '-1')).toBe(false);
    await groups.left(channel, '-1');
    expect(await groups.joined(channel, '-1')).toBe(true);
  });

  it('is nothing to a group that is not known', async () => {
    await groups.left(channel, '-9');
    expect(await groups.present(channel)).toEqual([]);
  });
});

describe('a group that moves to another ID', () => {
  it('takes along what was chosen and what was talked of', async () => {
    const { conversations } = temp.stores;
    await groups.joined(channel, '-1');
    await groups.change(channel, '-1', { answers: 'alsoUnasked', city: '淮安' });
    await conversations.save('talk:telegram:-1:5', { topic: 'fees' });
    await conversations.save('talk:telegram:-12:5', { topic: 'app' });
    await groups.moved(channel, '-1', '-1001');
    expect(await groups.settingsOf(channel, '-1001')).toMatchObject({ answers: 'alsoUnasked', city: '淮安' });
    expect(idsOf(await groups.present(channel))).toEqual(['-1001']);
    expect(await conversations.load('talk:telegram:-1001:5')).toEqual({ topic: 'fees' });
    expect(await conversations.load('talk:telegram:-1:5')).toBeNull();
    expect(await conversations.load('talk:telegram:-12:5')).toEqual({ topic: 'app' });
  });

  it('loses nothing when the news comes twice, or after that of joining', async () => {
    await groups.change(channel, '-1', { announcements: false });
    await groups.joined(channel, '-1001');
    await groups.moved(channel, '-1', '-1001');
    await groups.moved(channel, '-1', '-1001');
    expect(await groups.settingsOf(channel, '-1001')).toMatchObject({ announcements: false });
    expect(await groups.joined(channel, '-1001')).toBe(false);
  });
});

it('finds the groups that want announcements: of a city, or of none in particular', async () => {
  for (const [chatId, city] of [
    ['-1', '淮安'],
    ['-2', '苏州'],
    ['-3', null],
    ['-4', '淮安'],
    ['-5', '淮安'],
  ] as const) {
    await groups.joined(channel, chatId);
    await groups.change(channel, chatId, { city });
  }
  await groups.change(channel, '-4', { announcements: false });
  await groups.left(channel, '-5');
  expect(idsOf(await groups.wantingAnnouncements())).toEqual(['-1', '-2', '-3']);
  expect(idsOf(await groups.wantingAnnouncements({ city: '淮安' }))).toEqual(['-1', '-3']);
  expect(await groups.wantingAnnouncements({ channel: 'onebot' })).toEqual([]);
});

it('remembers which of our messages answer which of theirs, and the last ones count', async () => {
  const { givenAnswers } = temp.stores;
  await givenAnswers.note(channel, '5', '41', ['7']);
  await givenAnswers.note(channel, '5', '41', ['7', '8']);
  expect(await givenAnswers.to(channel, '5', '41')).toEqual(['7', '8']);
  expect(await givenAnswers.to(channel, '5', '42')).toEqual([]);
  expect(await givenAnswers.to('web', '5', '41')).toEqual([]);
});
