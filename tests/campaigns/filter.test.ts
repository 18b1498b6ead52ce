import { describe, expect, it } from 'vitest';
import { isMeant } from '../../knowledge/campaigns/meant.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';
import { candidate, contact } from './candidate-of.ts';

const now = '2026-11-16T02:00:00.000Z';

describe('the filter of a campaign', () => {
  it.each<[CampaignFilter, Parameters<typeof candidate>[0], boolean]>([
    [{}, {}, true],
    [{ uscc: fictionalUscc(1) }, {}, true],
    [{ uscc: fictionalUscc(2) }, {}, false],
    [{ usccs: [fictionalUscc(2), fictionalUscc(1)] }, {}, true],
    [{ usccs: [] }, {}, false],
    [{ city: '淮安' }, {}, true],
    [{ city: '南京' }, {}, false],
    [{ officialStatus: 'approved' }, { officialStatus: 'approved' }, true],
    [{ officialStatus: 'invited' }, { officialStatus: 'approved' }, false],
    [{ reportedStep: 'none' }, {}, true],
    [{ reportedStep: 'none' }, { reportedStep: 'sealed' }, false],
    [{ reportedStep: 'sealed' }, { reportedStep: 'sealed' }, true],
    // Invited on the 2nd, not a word since: 14 days.
    [{ silentForDays: 14 }, {}, true],
    [{ silentForDays: 15 }, {}, false],
    // Late in the evening of the 9th in Shanghai: 7 days, whatever the hour.
    [{ silentForDays: 7 }, { reportedAt: '2026-11-09T15:59:00.000Z' }, true],
    [{ silentForDays: 7 }, { reportedAt: '2026-11-09T16:01:00.000Z' }, false],
    // Invited anew on the 12th.
    [{ silentForDays: 7 }, { officialSince: '2026-11-12T02:00:00.000Z' }, false],
    [{ silentForDays: 7 }, { officialStatus: 'approved', officialSince: '2026-11-12T02:00:00.000Z' }, true],
    [{ invitedForDays: 14 }, { reportedAt: '2026-11-15T02:00:00.000Z' }, true],
    [{ invitedForDays: 15 }, {}, false],
    [{ notRemindedForDays: 5 }, {}, true],
    [{ notRemindedForDays: 5 }, { lastReminderAt: '2026-11-11T02:00:00.000Z' }, true],
    [{ notRemindedForDays: 6 }, { lastReminderAt: '2026-11-11T02:00:00.000Z' }, false],
    // As in the list of firms: whatever changed last, and however its status became what it is.
    [{ unchangedForDays: 14 }, {}, true],
    [{ unchangedForDays: 15 }, {}, false],
    [{ unchangedForDays: 7 }, { reportedAt: '2026-11-09T15:59:00.000Z' }, true],
    [{ unchangedForDays: 7 }, { reportedAt: '2026-11-09T16:01:00.000Z' }, false],
    [{ unchangedForDays: 7 }, { officialSince: '2026-11-12T02:00:00.000Z' }, false],
    [{ city: '淮安', reportedStep: 'sealed' }, {}, false],
  ])('%j of %j: %s', (filter, enrollment, meant) => {
    expect(isMeant(filter, candidate(enrollment), now)).toBe(meant);
  });

  it('finds who was never reached', () => {
    expect(isMeant({ neverReached: true }, candidate({}, { everReached: true }), now)).toBe(false);
    expect(isMeant({ neverReached: true }, candidate({}, { everReached: false }), now)).toBe(true);
  });

  it('knows who looks after a firm, and whether anybody there can be written to', () => {
    const looked = candidate({}, { officerId: 'zhang' });
    expect(isMeant({ officerId: 'zhang' }, looked, now)).toBe(true);
    expect(isMeant({ officerId: 'none' }, looked, now)).toBe(false);
    expect(isMeant({ officerId: 'none' }, candidate(), now)).toBe(true);
    expect(isMeant({ reachable: true }, candidate(), now)).toBe(true);
    const away = candidate({}, { contacts: [contact({ blocked: true }), contact({ privateChatId: null })] });
    expect([isMeant({ reachable: true }, away, now), isMeant({ reachable: false }, away, now)]).toEqual([
      false,
      true,
    ]);
  });

  it('names who looks after them where the name is known', () => {
    const { filter } = textsFor('zh-CN').campaigns;
    const asked = { usccs: ['a', 'b'], officerId: 'zhang', unchangedForDays: 7, reachable: false };
    expect(filter(asked, new Map([['zhang', '张三']]))).toBe(
      '范围：选定的 2 家企业，负责人：张三，7 天以上没有变化，没有联系人',
    );
    expect(filter({ officerId: 'none' })).toBe('范围：没有指定负责人');
  });

  it.each([
    ['zh-CN', '范围：城市：淮安，步骤：未开始，7 天以上没有回音，从来没有消息送达'],
    ['en', 'Scope: city: 淮安, step: not started, silent for 7 days or more, no message ever arrived'],
  ] as const)('is read back in %s', (locale, text) => {
    const filter = { city: '淮安', reportedStep: 'none', silentForDays: 7, neverReached: true } as const;
    expect(textsFor(locale).campaigns.filter(filter)).toBe(text);
  });
});
