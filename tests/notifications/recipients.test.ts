import { describe, expect, it } from 'vitest';
import { recipientsOfNotice, recipientsOfReminder } from '../../knowledge/notifications/recipients.ts';
import type { ReachableContact } from '../../knowledge/notifications/recipients.ts';

interface Contact extends ReachableContact {
  name: string;
}
const contact = (name: string, part: Partial<Contact> = {}): Contact => ({
  name,
  personId: name,
  primary: false,
  blocked: false,
  remindersStopped: false,
  snoozedUntil: null,
  canBeReached: true,
  ...part,
});
const now = '2026-11-10T01:30:00.000Z';
const tomorrow = '2026-11-11T01:30:00.000Z';
const dayAfter = '2026-11-12T01:30:00.000Z';
const boss = contact('boss', { primary: true });
const clerk = contact('clerk');

type Expected = { to: string[] } | { skip: string } | { quietUntil: string };
const short = (r: { to: Contact[]; skip: string | null; quietUntil: string | null }): Expected => {
  if (r.skip !== null) return { skip: r.skip };
  return r.quietUntil === null ? { to: r.to.map((c) => c.name) } : { quietUntil: r.quietUntil };
};

describe('a reminder', () => {
  it.each<[string, Contact[], number, Expected]>([
    ['goes to the primary contact', [boss, clerk], 0, { to: ['boss'] }],
    ['goes to all once two stayed unanswered', [boss, clerk], 2, { to: ['boss', 'clerk'] }],
    [
      'goes to the others when the primary cannot be reached',
      [{ ...boss, blocked: true, canBeReached: false }, clerk],
      0,
      { to: ['clerk'] },
    ],
    [
      'goes to the others when the primary wants none',
      [{ ...boss, remindersStopped: true }, clerk],
      0,
      { to: ['clerk'] },
    ],
    [
      'goes to one channel of a person',
      [boss, contact('mail', { personId: 'boss', primary: true })],
      5,
      { to: ['boss'] },
    ],
    [
      'goes to the next channel of a person when the first does not work',
      [{ ...boss, canBeReached: false }, contact('mail', { personId: 'boss', primary: true })],
      0,
      { to: ['mail'] },
    ],
    ['goes to nobody who stopped', [{ ...boss, remindersStopped: true }], 0, { skip: 'remindersStopped' }],
    [
      'waits for the first who asked for quiet, when all did',
      [
        { ...boss, snoozedUntil: dayAfter },
        { ...clerk, snoozedUntil: tomorrow },
      ],
      0,
      { quietUntil: tomorrow },
    ],
    ['does not wait for quiet that is over', [{ ...boss, snoozedUntil: now }], 0, { to: ['boss'] }],
    ['has no one to go to', [], 0, { skip: 'noVerifiedContact' }],
    [
      'is kept from who blocked the bot',
      [{ ...boss, blocked: true, canBeReached: false }],
      0,
      { skip: 'contactBlockedBot' },
    ],
    [
      'is kept from who was never met in private',
      [{ ...boss, canBeReached: false }],
      0,
      { skip: 'noVerifiedContact' },
    ],
  ])('%s', (_, contacts, unanswered, expected) => {
    expect(short(recipientsOfReminder(contacts, { unanswered, now }))).toEqual(expected);
  });
});

describe('what is official', () => {
  it('goes to every person, also to those who want no reminders', () => {
    const contacts = [
      { ...boss, remindersStopped: true },
      { ...clerk, snoozedUntil: tomorrow },
    ];
    expect(short(recipientsOfNotice(contacts))).toEqual({ to: ['boss', 'clerk'] });
  });
});
