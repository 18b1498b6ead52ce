import type { Button } from '../../../../knowledge/message.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { noteWish, ownFirms } from './choose-own.ts';

/** A code that stands for a whole person is short-lived. */
const validMinutes = 15;

/** In which chats the person is written to, in which order, and what can be changed about it. */
export async function channelSettings(
  context: PrivateContext,
): Promise<{ paragraphs: string[]; buttons: Button[][] }> {
  const { ports, identity, texts, staff } = context;
  const { channels: sentences, button } = texts.wishes;
  const all = await ports.stores.contacts.channelsOf(identity.id);
  const mail =
    ports.mail === undefined ? [] : [tap(texts.mail.button.show, { verb: 'mail', action: 'show' })];
  const join = staff === null ? [[tap(button.join, { verb: 'join' }), ...mail]] : [];
  if (all.length <= 1) return { paragraphs: staff === null ? [sentences.only] : [], buttons: join };
  const names = all.map(({ channel, blocked }) => {
    const name = sentences.names[channel] ?? channel;
    return blocked ? sentences.blocked({ channel: name }) : name;
  });
  const here = all[0]?.id === identity.id;
  return {
    paragraphs: [sentences.order({ channels: names })],
    buttons: [...(here ? [] : [[tap(button.prefer, { verb: 'prefer' })]]), ...join],
  };
}

/** A code for the contact's own other chat. Only a contact gets one: nobody else has anything to share. */
export async function offerJoin(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts, staff } = context;
  if (staff !== null) return say(texts.wishes.channels.staffCannot);
  if ((await ownFirms(context)).length === 0) return say(texts.bot.link.how);
  const code = ports.newCode();
  const expiresAt = new Date(ports.clock.now().getTime() + validMinutes * 60_000).toISOString();
  const target = { purpose: 'person', identityId: identity.id } as const;
  await ports.stores.identities.mintCode(target, code, expiresAt, identity.id);
  await noteWish(context, 'mintPersonCode', identity.id);
  return say(texts.wishes.channels.code({ code, minutes: validMinutes }));
}

/** What came of the code in the other chat. */
export async function joined(context: PrivateContext, alreadyJoined: boolean): Promise<HandleResult> {
  const { channels } = context.texts.wishes;
  const { paragraphs, buttons } = await channelSettings(context);
  return alreadyJoined
    ? say([channels.alreadyJoined, ...paragraphs], buttons)
    : say([channels.joined, ...paragraphs, channels.notYou], buttons);
}

/** 优先发到这里. */
export async function preferHere(context: PrivateContext): Promise<HandleResult> {
  const { ports, identity, texts } = context;
  await ports.stores.contacts.preferChannel(identity.id);
  await noteWish(context, 'preferChannel', identity.id);
  const { preferred, toast } = texts.wishes.channels;
  const { paragraphs } = await channelSettings(context);
  return { ...say([preferred, ...paragraphs]), toast };
}
