import type { FirmContact } from '../../activities/ports/store.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { dateTimeText } from './dates.ts';

/** The contacts of a firm for staff, a line each: by which channels they are reached, and what they asked for. No names, no IDs. */
export function contactLines(contacts: readonly FirmContact[], nowIso: string, locale: Locale): string[] {
  const { contact: texts } = textsFor(locale).care;
  const people = new Map<string, FirmContact[]>();
  for (const contact of contacts)
    people.set(contact.personId, [...(people.get(contact.personId) ?? []), contact]);
  return [...people.values()].flatMap((channels, i) => {
    const [first] = channels;
    if (first === undefined) return [];
    return [
      texts.line({
        number: i + 1,
        primary: first.primary && people.size > 1,
        channels: channels.map((channel) => channelText(channel, locale)),
        wish: wishText(first, nowIso, locale),
      }),
    ];
  });
}

function channelText({ channel, blocked, privateChatId }: FirmContact, locale: Locale): string {
  const { care, wishes } = textsFor(locale);
  const name = wishes.channels.names[channel] ?? channel;
  if (blocked) return care.contact.blocked({ channel: name });
  return privateChatId === null ? care.contact.neverPrivate({ channel: name }) : name;
}

function wishText({ remindersStopped, snoozedUntil }: FirmContact, nowIso: string, locale: Locale) {
  const { contact: texts } = textsFor(locale).care;
  if (remindersStopped) return texts.stopped;
  return snoozedUntil !== null && snoozedUntil > nowIso
    ? texts.snoozed({ until: dateTimeText(snoozedUntil, locale) })
    : null;
}
