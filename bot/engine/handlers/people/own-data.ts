import type { PersonData } from '../../../../activities/ports/people.ts';
import type { HandleResult } from '../../../model.ts';
import { dateText } from '../../dates.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say, tap } from '../../replies.ts';

/** 我的信息: what is kept of whoever asks. */
export async function ownData(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const kept = await ports.stores.people.dataOf(identity.id);
  const { data } = texts.people;
  return say([
    [data.title, ...(kept === null ? [] : lines(context, kept))].join('\n'),
    data.notKept,
    data.whole,
  ]);
}

function lines({ texts, locale }: PrivateContext, kept: PersonData): string[] {
  const { data } = texts.people;
  const { names } = texts.wishes.channels;
  const date = (iso: string): string => dateText(iso, locale);
  const [firstChat] = kept.chat;
  return [
    data.channels({
      channels: kept.channels.map(({ channel, externalUserId, since }) =>
        data.channel({
          ...{ channel: names[channel] ?? channel, since: date(since) },
          // The web chat's is the hash of a secret, and means nothing to anybody.
          account: channel === 'web' ? '' : externalUserId,
        }),
      ),
    }),
    data.firms({ firms: kept.firms.map(({ name, since }) => data.firm({ firm: name, since: date(since) })) }),
    ...(kept.questions.length === 0
      ? []
      : [data.questions({ questions: kept.questions.map(({ text }) => text) })]),
    ...(kept.tickets.length === 0 ? [] : [data.tickets({ count: kept.tickets.length })]),
    ...(firstChat === undefined ? [] : [data.chat({ count: kept.chat.length, since: date(firstChat.at) })]),
    data.sent({ count: kept.sent.length }),
    data.audit({ count: kept.audit.length }),
  ];
}

/** 删除我的信息: nothing happens without a tap. */
export async function offerErase(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts, staff } = context;
  const { erase, button } = texts.people;
  if (staff !== null) return say(erase.staff);
  const firms = await ports.stores.identities.linkedFirms(identity.id);
  return say(erase.really({ firms: firms.map(({ name }) => name) }), [
    [tap(button.reallyErase, { verb: 'erase', action: 'confirm' })],
  ]);
}

export async function erase(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  const { erase: sentences } = texts.people;
  const outcome = await ports.stores.people.erase(identity.id);
  await ports.stores.audit.record({
    actor: identity.id,
    action: 'erasePerson',
    target: identity.id,
    outcome,
  });
  if (outcome === 'staff') return say(sentences.staff);
  return { replies: [edit(message([sentences.done]))], toast: sentences.toast };
}
