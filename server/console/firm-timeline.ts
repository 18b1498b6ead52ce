import type { z } from 'zod';
import type { FirmNote } from '../../activities/ports/firm-actions.ts';
import type { FirmContact } from '../../activities/ports/store.ts';
import { shanghaiDateTime } from '../../knowledge/calendar/shanghai-time.ts';
import type { TimelineEntry } from '../../knowledge/enrollment/state.ts';
import type { ConsolePorts } from '../contract.ts';
import type { timelineLine } from './firm-schemas.ts';
import { inBoth } from './both.ts';
import { named } from './firm-words.ts';

type Line = z.output<typeof timelineLine>;
type Words = Line['who'];

interface People {
  /** By staff ID. */
  staff: ReadonlyMap<string, string>;
  contacts: readonly FirmContact[];
  masked: boolean;
}

/** Who the people are that a firm's timeline speaks of. */
export async function peopleFor(
  { identities }: Pick<ConsolePorts, 'identities'>,
  uscc: string,
  masked: boolean,
): Promise<People> {
  const [members, contacts] = await Promise.all([identities.listStaff(), identities.contactsOf(uscc)]);
  return { staff: new Map(members.map(({ staffId, name }) => [staffId, name])), contacts, masked };
}

/** Who, what, when, from where: what happened to the enrollment and what staff wrote down, the latest first. */
export function timelineOf(
  entries: readonly TimelineEntry[],
  notes: readonly FirmNote[],
  people: People,
): Line[] {
  const lines = [
    ...entries.map((entry) => lineOf(entry, people)),
    ...notes.map((note) => noteLine(note, people)),
  ];
  return lines
    .map((line, place) => ({ line, place }))
    .sort(latestFirst)
    .map(({ line }) => line);
}

/** At the same instant the order of the enrollment's own numbers counts. */
const latestFirst = (a: { line: Line; place: number }, b: { line: Line; place: number }): number =>
  a.line.at === b.line.at ? b.place - a.place : a.line.at < b.line.at ? 1 : -1;

export const lineOf = (entry: TimelineEntry, people: People): Line => ({
  key: `event/${entry.seq}`,
  at: entry.at,
  who: whoDid(entry, people),
  from: whereFrom(entry),
  what: inBoth((t) => t.commands.status.timelineText(entry.event, shanghaiDateTime, entry.actor)),
});

const noteLine = ({ id, at, staffId, text }: FirmNote, people: People): Line => ({
  ...{ key: `note/${id}`, at },
  who: memberOf(staffId, people),
  from: inBoth((t) => t.consoleFirm.fromConsole),
  what: inBoth((t) => (people.masked ? t.consoleFirm.noteHidden : t.consoleFirm.note({ text }))),
});

function whoDid({ source, actor }: TimelineEntry, people: People): Words {
  switch (source) {
    case 'staff':
      return memberOf(actor, people);
    case 'firm':
      return contactOf(actor, people);
    case 'api':
      return { zh: actor, en: actor };
    case 'cli':
    case 'import':
    case 'system':
      return inBoth((t) => t.consoleFirm.who[source]);
  }
}

function memberOf(staffId: string, { staff }: People): Words {
  const name = staff.get(staffId);
  if (name !== undefined) return { zh: name, en: name };
  // A campaign from the command line asks in the name of the office.
  return inBoth((t) => (staffId === 'cli' ? t.consoleFirm.who.cli : t.consoleFirm.who.formerStaff));
}

/** A firm's people have no names here; whoever sees contacts whole sees which of them it was. */
function contactOf(identityId: string, { contacts, masked }: People): Words {
  const contact = contacts.find(({ id }) => id === identityId);
  if (masked || contact === undefined) return inBoth((t) => t.consoleFirm.who.contact);
  return inBoth((t) =>
    t.consoleFirm.who.contactOn({
      channel: t.consoleTexts.channels[contact.channel] ?? contact.channel,
      primary: contact.primary,
    }),
  );
}

/** The ID of an event says where it came from: `console/…`, or the channel of a chat before its first colon. */
function whereFrom({ source, eventId = '' }: TimelineEntry): Words {
  if (eventId.startsWith('console/') || eventId.startsWith('manual/'))
    return inBoth((t) => t.consoleFirm.fromConsole);
  const channel = /^([a-z]+):/u.exec(eventId)?.[1];
  if (channel !== undefined) return named(channel, (t) => t.consoleTexts.channels);
  return inBoth((t) => t.consoleTexts.sources[source]);
}
