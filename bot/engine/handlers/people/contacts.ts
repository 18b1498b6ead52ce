import type { FirmPerson } from '../../../../activities/ports/contacts.ts';
import type { Button } from '../../../../knowledge/message.ts';
import type { HandleResult } from '../../../model.ts';
import { dateText } from '../../dates.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { tellRemoved } from './tell-removed.ts';
import { withTappedFirm } from '../own-firm.ts';
import { noteWish, withOnlyOrAsk } from '../wishes/choose-own.ts';

/** More lines than this nobody reads, and a button each. */
const mostPeople = 20;

/** 谁能看到我们. */
export const whoSees = (context: PrivateContext): Promise<HandleResult> =>
  withOnlyOrAsk(
    context,
    context.texts.people.contacts.which,
    (uscc) => ({ verb: 'contacts', uscc }),
    whoSeesFirm,
  );

/** Of the others one learns the channel and the day, never an account or a name. */
export const whoSeesFirm = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { texts } = context;
    const { all, own } = await peopleOf(context, uscc);
    const { contacts, button } = texts.people;
    const lines = all.slice(0, mostPeople).map((person, i) => contacts.line(shown(context, person, own, i)));
    return say(
      [
        [contacts.title({ firm: firm.name }), ...lines].join('\n'),
        contacts.staffToo,
        ...(all.length > 1 ? [contacts.howToRemove] : []),
      ],
      [
        ...removals(context, uscc, all, own),
        [tap(button.colleague, { verb: 'colleague', uscc })],
        [tap(button.leave, { verb: 'leave', uscc, action: 'ask' })],
      ],
    );
  });

/** Whom the office let in takes away the place of one who came by invitation; whom else, staff do. */
export const removeContact = (
  context: PrivateContext,
  { uscc, personId }: { uscc: string; personId: string },
): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm }) => {
    const { remove } = context.texts.people;
    const { all, own } = await peopleOf(context, uscc);
    const other = all.find((person) => person.personId === personId);
    if (other === undefined) return say(remove.gone);
    if (!mayRemove(own, other)) return say(remove.notYours);
    const contacts = await context.ports.stores.identities.contactsOf(uscc);
    await noteWish(context, 'removeContact', `${uscc}/${personId}`);
    if (await context.ports.stores.contacts.unlink(personId, uscc)) {
      await tellRemoved(
        context,
        firm.name,
        contacts.filter((contact) => contact.personId === personId),
      );
    }
    return { ...say(remove.done({ firm: firm.name })), toast: remove.toast };
  });

/** The contacts of a firm, and who of them speaks. */
export async function peopleOf(
  { ports, identity }: PrivateContext,
  uscc: string,
): Promise<{ all: FirmPerson[]; own: FirmPerson | undefined }> {
  const all = await ports.stores.contacts.peopleOf(uscc);
  const contacts = await ports.stores.identities.contactsOf(uscc);
  const personId = contacts.find((contact) => contact.id === identity.id)?.personId;
  return { all, own: all.find((person) => person.personId === personId) };
}

function shown(
  { texts, locale }: PrivateContext,
  person: FirmPerson,
  own: FirmPerson | undefined,
  i: number,
) {
  const { names } = texts.wishes.channels;
  return {
    ...{ place: i + 1, you: person === own, by: person.by, primary: person.primary },
    ...{
      channels: person.channels.map((channel) => names[channel] ?? channel),
      since: dateText(person.since, locale),
    },
  };
}

const mayRemove = (own: FirmPerson | undefined, other: FirmPerson): boolean =>
  own?.by === 'office' && other.by === 'colleague';

const removals = (
  { texts }: PrivateContext,
  uscc: string,
  all: FirmPerson[],
  own: FirmPerson | undefined,
): Button[][] =>
  all.slice(0, mostPeople).flatMap((person, i) => {
    const label = texts.people.button.remove({ place: i + 1 });
    const { personId } = person;
    return mayRemove(own, person) ? [[tap(label, { verb: 'unlink', uscc, personId })]] : [];
  });
