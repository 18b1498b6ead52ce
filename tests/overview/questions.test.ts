import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupDefaults } from '../../activities/ports/groups.ts';
import { standingByCity } from '../../knowledge/overview/by-city.ts';
import { questionsAsked } from '../../knowledge/overview/questions.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

describe('questions of a season', () => {
  it('are added up by day and by city', () => {
    const counts = [
      { date: '2022-03-02', city: '南京', answered: 2, handedOff: 1, useless: 1 },
      { date: '2022-03-01', city: null, answered: 1, handedOff: 0, useless: 0 },
      { date: '2022-03-02', city: null, answered: 3, handedOff: 2, useless: 0 },
    ];
    expect(questionsAsked(counts)).toEqual({
      byDay: [
        { date: '2022-03-01', answered: 1, handedOff: 0, useless: 0 },
        { date: '2022-03-02', answered: 5, handedOff: 3, useless: 1 },
      ],
      byCity: [
        { city: null, answered: 4, handedOff: 2, useless: 0 },
        { city: '南京', answered: 2, handedOff: 1, useless: 1 },
      ],
      total: { answered: 6, handedOff: 3, useless: 1 },
    });
    expect(questionsAsked([])).toMatchObject({ byDay: [], byCity: [] });
  });
});

describe('the cities of a season', () => {
  it('stand by how much of them has submitted, the last first', () => {
    const standing = standingByCity([
      { city: '南京', officialStatus: 'approved', reportedStep: 'none', count: 3 },
      { city: '南京', officialStatus: 'invited', reportedStep: 'none', count: 1 },
      { city: '苏州', officialStatus: 'invited', reportedStep: 'submitted', count: 1 },
      { city: '苏州', officialStatus: 'invited', reportedStep: 'none', count: 9 },
      { city: '苏州', officialStatus: 'declined', reportedStep: 'none', count: 1 },
    ]);
    expect(standing).toEqual([
      { city: '苏州', total: 11, submitted: 1 },
      { city: '南京', total: 4, submitted: 3 },
    ]);
  });
});

describe('what is counted', () => {
  let office: EngineOffice;
  beforeEach(async () => {
    office = await openEngineOffice();
  });
  afterEach(() => office.dispose());
  const counted = (cities: string[] | null = null) =>
    office.stores.questionCounts.since(office.pack.id, '2022-03-01', cities);

  it('is a question answered or passed on, by the city of the asker’s firm', async () => {
    const firm = await office.addFirm(1, { city: '淮安' });
    const contact = await office.contactOf(firm, '小王');
    await contact.says('要交多少钱');
    await contact.says('买方信用限额怎么申请');
    await office.person('小陈').says('要交多少钱');
    await contact.says('你好');
    expect(await counted()).toEqual([
      { date: '2022-03-02', city: null, answered: 1, handedOff: 0, useless: 0 },
      { date: '2022-03-02', city: '淮安', answered: 1, handedOff: 1, useless: 0 },
    ]);
    expect(await counted(['淮安'])).toHaveLength(1);
    expect(await counted(['南京'])).toEqual([]);
  });

  it('is of no city where somebody has firms in two', async () => {
    const contact = await office.contactOf(await office.addFirm(1, { city: '淮安' }), '小王');
    const { uscc } = await office.addFirm(2, { city: '南京' });
    await office.stores.identities.linkFirm(await contact.identityId(), uscc);
    await contact.says('要交多少钱');
    expect(await counted()).toMatchObject([{ city: null, answered: 1 }]);
  });

  it('is an answer that was found useless, on the day it was said', async () => {
    const wang = office.person('小王');
    await wang.says('要交多少钱');
    // 23:30 in Greenwich is the next morning in China.
    office.setNow('2022-03-03T23:30:00.000Z');
    await wang.taps('👎 没用');
    expect(await counted()).toEqual([
      { date: '2022-03-02', city: null, answered: 1, handedOff: 0, useless: 0 },
      { date: '2022-03-04', city: null, answered: 0, handedOff: 0, useless: 1 },
    ]);
  });

  it('is a question in a group, by the city that the group is set to', async () => {
    const wang = office.person('小王');
    await wang.saysInGroup('要交多少钱');
    await office.stores.groups.change('telegram', 'group-1', { ...groupDefaults, city: '苏州' });
    await wang.saysInGroup('要交多少钱');
    expect(await counted()).toMatchObject([
      { city: null, answered: 1 },
      { city: '苏州', answered: 1 },
    ]);
  });

  it('is missing where it cannot be counted, and the asker is answered all the same', async () => {
    office.stores.questionCounts.count = () => Promise.reject(new Error('busy'));
    expect((await office.person('小王').says('要交多少钱')).text).not.toBe('');
    expect(office.logged.map(({ message }) => message)).toContain('questions.notCounted');
  });

  it('is lost by none of many who ask at once', async () => {
    const by = { kind: 'private', channel: 'web', externalUserId: 'nobody' } as const;
    const ask = { packId: office.pack.id, date: '2022-03-02', fate: 'answered', by } as const;
    await Promise.all(Array.from({ length: 20 }, () => office.stores.questionCounts.count(ask)));
    expect(await counted()).toMatchObject([{ answered: 20 }]);
  });
});
