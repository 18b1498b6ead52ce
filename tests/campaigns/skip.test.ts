import { describe, expect, it } from 'vitest';
import { campaignSkip } from '../../knowledge/campaigns/candidate.ts';
import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import type { ReminderSkip } from '../../knowledge/enrollment/state.ts';
import { candidate, contact } from './candidate-of.ts';

/** A Monday. */
const now = new Date('2026-11-16T02:00:00.000Z');
const reminder = { kind: 'reminder', notWithinWorkingDays: 1 } as const;
const announcement = { kind: 'announcement', notWithinWorkingDays: 1 } as const;

describe('whom a campaign does not write to', () => {
  it.each<[string, Candidate, ReminderSkip | null, ReminderSkip | null]>([
    ['a firm that waits', candidate(), null, null],
    ['submitted by its word', candidate({ reportedStep: 'submitted' }), 'reportedSubmitted', null],
    ['approved', candidate({ officialStatus: 'approved' }), 'officiallyPastInvitation', null],
    ['snoozed', candidate({ snoozedUntil: '2026-11-17T02:00:00.000Z' }), 'snoozed', 'snoozed'],
    ['declined by its word', candidate({ declinedAt: '2026-11-13T02:00:00.000Z' }), 'declined', 'declined'],
    ['declined', candidate({ officialStatus: 'declined' }), 'officiallyPastInvitation', 'declined'],
    ['moved to another code', candidate({ movedTo: 'jiangsu-2022/x' }), 'moved', 'moved'],
    ['reminded today', candidate({ lastReminderAt: '2026-11-16T01:30:00.000Z' }), 'alreadySent', null],
    ['no contact', candidate({}, { contacts: [] }), 'noVerifiedContact', 'noVerifiedContact'],
    [
      'a contact never met in private',
      candidate({}, { contacts: [contact({ privateChatId: null })] }),
      ...(['noVerifiedContact', 'noVerifiedContact'] as const),
    ],
    [
      'blocked by all',
      candidate({}, { contacts: [contact({ blocked: true }), contact({ privateChatId: null })] }),
      ...(['contactBlockedBot', 'contactBlockedBot'] as const),
    ],
    [
      'blocked by one of two',
      candidate({}, { contacts: [contact({ blocked: true }), contact()] }),
      null,
      null,
    ],
    [
      'reminders stopped by the only contact',
      candidate({}, { contacts: [contact({ remindersStopped: true })] }),
      ...(['remindersStopped', 'remindersStopped'] as const),
    ],
    [
      'quiet asked for by one contact, stopped by the other',
      candidate(
        {},
        {
          contacts: [
            contact({ remindersStopped: true }),
            contact({ personId: 'p2', snoozedUntil: '2026-11-18T01:30:00.000Z' }),
          ],
        },
      ),
      ...(['snoozed', 'snoozed'] as const),
    ],
    [
      'quiet that is over',
      candidate({}, { contacts: [contact({ snoozedUntil: '2026-11-16T01:30:00.000Z' })] }),
      ...([null, null] as const),
    ],
    [
      'written to today',
      candidate({}, { lastWrittenAt: '2026-11-16T01:00:00.000Z' }),
      ...(['remindedRecently', 'remindedRecently'] as const),
    ],
  ])('%s: reminder %s', (_, firm, ofReminder, ofAnnouncement) => {
    expect(campaignSkip(reminder, firm, now)).toBe(ofReminder);
    expect(campaignSkip(announcement, firm, now)).toBe(ofAnnouncement);
  });

  it.each<[string, number, boolean]>([
    // Friday, then the weekend: Monday is one working day later.
    ['2026-11-13T02:00:00.000Z', 1, false],
    ['2026-11-13T02:00:00.000Z', 2, true],
    ['2026-11-11T02:00:00.000Z', 3, false],
    ['2026-11-11T02:00:00.000Z', 4, true],
    ['2026-11-16T01:59:00.000Z', 0, false],
    // Over the holidays of National Day, and a Saturday on which people work instead.
    ['2026-09-30T02:00:00.000Z', 29, false],
    ['2026-09-30T02:00:00.000Z', 30, true],
  ])(
    'written to at %s, %i working days apart: too soon %s',
    (lastWrittenAt, notWithinWorkingDays, tooSoon) => {
      const skip = campaignSkip(
        { kind: 'reminder', notWithinWorkingDays },
        candidate({}, { lastWrittenAt }),
        now,
      );
      expect(skip).toBe(tooSoon ? 'remindedRecently' : null);
    },
  );

  it('goes by the clock of a trial enrollment, which may be days ahead', () => {
    const trial = {
      trial: true,
      now: '2026-11-20T02:00:00.000Z',
      lastReminderAt: '2026-11-18T02:00:00.000Z',
    };
    const firm = candidate(trial, { lastWrittenAt: now.toISOString() });
    expect(campaignSkip(reminder, firm, now)).toBeNull();
    expect(campaignSkip({ ...reminder, notWithinWorkingDays: 3 }, firm, now)).toBe('remindedRecently');
  });
});
