import type { FirmRow, LinkedFirm } from '../../../activities/ports/store.ts';
import type { Callback } from '../../../knowledge/callbacks.ts';
import type { HandleResult } from '../../model.ts';
import { bearInMind, firmInMind } from '../firm-in-mind.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';

type FirmVerb = Extract<Callback, { verb: 'status' | 'steps' | 'corrections' | 'help' }>['verb'];

/**
 * Runs `use` with the asker's own firm: the only one it has, the one it named, or after it chose among several; the choice holds
 * for the talk, and can be changed.
 * The only way to a firm's data in the private chat of a contact.
 */
export async function withOwnFirm(
  context: PrivateContext,
  wanted: { uscc: string | null; verb: FirmVerb },
  use: (row: FirmRow) => Promise<HandleResult> | HandleResult,
): Promise<HandleResult> {
  const own = await context.ports.stores.identities.linkedFirms(context.identity.id);
  if (wanted.uscc !== null) return withNamedFirm(context, own, wanted.uscc, use);
  const [only, ...others] = own;
  if (only === undefined) return howToLink(context);
  if (others.length === 0) return withNamedFirm(context, own, only.uscc, use);
  const inMind = await firmInMind(context);
  if (!own.some(({ uscc }) => uscc === inMind) || inMind === null) return choose(context, own, wanted.verb);
  return withChangeOfFirm(context, await withNamedFirm(context, own, inMind, use));
}

/** 换一家: the firm in mind is forgotten, and asked for anew. */
export async function chooseAnother(context: PrivateContext): Promise<HandleResult> {
  await bearInMind(context, null);
  return withOwnFirm(context, { uscc: null, verb: 'status' }, ({ firm }) =>
    say(context.texts.bot.status.onlyFirm({ firm: firm.name })),
  );
}

function withChangeOfFirm({ texts }: PrivateContext, result: HandleResult): HandleResult {
  const last = result.replies.at(-1);
  if (last === undefined) return result;
  const another = tap(texts.bot.button.anotherFirm, { verb: 'anotherFirm' });
  const message = { ...last.message, buttons: [...last.message.buttons, [another]] };
  return { ...result, replies: [...result.replies.slice(0, -1), { ...last, message }] };
}

/** As `withOwnFirm`, for a tapped button, which names its firm. */
export const withTappedFirm = (
  context: PrivateContext,
  uscc: string,
  use: (row: FirmRow) => Promise<HandleResult> | HandleResult,
): Promise<HandleResult> => withOwnFirm(context, { uscc, verb: 'status' }, use);

const howToLink = ({ texts, locale }: PrivateContext): HandleResult =>
  say(texts.bot.link.how, [
    [
      tap(texts.bot.button.eligibility, { verb: 'eligibility', answer: 'start' }),
      tap(texts.answering.topicLabels.contacts, { verb: 'topic', topic: 'contacts', locale }),
    ],
  ]);

async function withNamedFirm(
  context: PrivateContext,
  own: LinkedFirm[],
  uscc: string,
  use: (row: FirmRow) => Promise<HandleResult> | HandleResult,
): Promise<HandleResult> {
  const { ports, texts, identity } = context;
  if (!own.some((firm) => firm.uscc === uscc)) {
    // The answer is the same whether the firm exists or not.
    await ports.stores.audit.record({
      actor: identity.id,
      action: 'readFirm',
      target: uscc,
      outcome: 'refused',
    });
    ports.log.warn('firm.refused', { identityId: identity.id });
    return { ...say(texts.bot.status.notYours), toast: null };
  }
  if (own.length > 1) await bearInMind(context, uscc);
  const row = await ports.stores.firms.firmRow(context.packId ?? ports.pack.id, uscc);
  return row === null ? say(texts.bot.notTracked) : use(row);
}

const choose = ({ texts }: PrivateContext, own: LinkedFirm[], verb: FirmVerb): HandleResult =>
  say(
    verb === 'status' ? texts.bot.status.choose : texts.bot.status.chooseForStep,
    own.slice(0, 50).map((firm) => [tap(firm.name, { verb, uscc: firm.uscc })]),
  );
