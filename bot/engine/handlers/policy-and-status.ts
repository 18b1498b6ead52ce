import type { LinkedFirm } from '../../../activities/ports/store.ts';
import type { Answer } from '../../../knowledge/answering/types.ts';
import { pageTopicIds } from '../../../knowledge/topics.ts';
import type { TopicId } from '../../../knowledge/topics.ts';
import type { HandleResult, Reply } from '../../model.ts';
import { asksReasonOrWay, speaksOfOwnFirm } from '../firm-questions.ts';
import { nextThing, ruleOfStanding } from '../next-thing.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say, tap } from '../replies.ts';
import { statusMessage } from '../status-message.ts';
import { answerMessage } from './answer-message.ts';
import { ask } from './ask.ts';
import { status } from './status.ts';

/** Matters in which it counts where the asker's own firm stands. */
const aboutTheWay: readonly TopicId[] = [
  'eligibility',
  'how-to-apply',
  ...pageTopicIds,
  'after-submit',
  'returned-renewal',
  'terminated',
];
/** More firms than this are not listed but asked for. */
const mostListed = 5;

/** A question of policy; a verified contact who asks about the way hears in the same turn where the own firm stands. */
export async function askWithStanding(context: PrivateContext, text: string): Promise<HandleResult> {
  const result = await ask(context, text);
  return needsStanding(result.talkedOf) ? withStanding(context, result, text) : result;
}

/** Of another pack's way nothing is known but the rule: the firm goes the way of the office's own. */
const needsStanding = (answer: Answer | undefined): boolean =>
  answer?.otherPack !== true &&
  (answer?.parts.some(({ topic }) => topic !== null && aboutTheWay.includes(topic)) ?? false);

async function withStanding(
  context: PrivateContext,
  result: HandleResult,
  text: string,
): Promise<HandleResult> {
  const own = await context.ports.stores.identities.linkedFirms(context.identity.id);
  if (own.length > 0) return { ...result, further: await standingOf(context, own) };
  return context.staff === null && speaksOfOwnFirm(text)
    ? { ...result, further: say(context.texts.bot.link.how).replies }
    : result;
}

/** 我们有资格吗 of a contact without a number: the rule, where the firm stands, and the check for who wants it. */
export async function ownEligibility(context: PrivateContext): Promise<HandleResult | null> {
  const { ports, locale, identity } = context;
  const own = await ports.stores.identities.linkedFirms(identity.id);
  if (own.length === 0) return null;
  const answer = ports.answerer.answerTopic('eligibility', locale);
  return {
    ...reply(answerMessage(answer, locale)),
    talkedOf: answer,
    further: await standingOf(context, own),
  };
}

/** 我们到哪一步了, 为什么还没通过: where the firm stands, and the rule behind it where a reason or a way is asked for. */
export async function statusWithRule(context: PrivateContext, text: string): Promise<HandleResult> {
  const { ports, locale, identity } = context;
  if (!asksReasonOrWay(text)) return status(context, null);
  const own = await ports.stores.identities.linkedFirms(identity.id);
  const [only, ...others] = own;
  if (others.length > 0) return status(context, null);
  const row = only === undefined ? null : await ports.stores.firms.firmRow(ports.pack.id, only.uscc);
  const answer = ruleFor(context, text, row === null ? null : ruleOfStanding(row, ports.pack));
  const shown = await status(context, null);
  const rule = reply(answerMessage(answer, locale)).replies;
  // Without a firm the rule is all there is to say, and then how to link one.
  const replies = row === null ? [...rule, ...shown.replies] : [...shown.replies, ...rule];
  return { replies, toast: null, talkedOf: answer };
}

/** What the question itself asks for, if that is of the way; else what explains where the firm stands. */
function ruleFor({ ports, locale }: PrivateContext, text: string, ofStanding: TopicId | null): Answer {
  if (ofStanding !== null) return ports.answerer.answerTopic(ofStanding, locale);
  const answer = ports.answerer.ask(text, locale);
  return needsStanding(answer) ? answer : ports.answerer.answerTopic('after-submit', locale);
}

/** One firm in full; a few in a line each; among many the asker chooses. */
async function standingOf(context: PrivateContext, own: LinkedFirm[]): Promise<Reply[]> {
  const { ports, locale, texts } = context;
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) {
    const row = await ports.stores.firms.firmRow(ports.pack.id, only.uscc);
    if (row === null) return say(texts.bot.notTracked).replies;
    const { paragraphs, buttons } = statusMessage(row, [], locale);
    const next = nextThing(row, ports.pack, locale);
    return say(next === null ? paragraphs : [...paragraphs, next], buttons).replies;
  }
  const buttons = own
    .slice(0, 50)
    .map((firm) => [tap(firm.name, { verb: 'status' as const, uscc: firm.uscc })]);
  if (own.length > mostListed) return say(texts.bot.status.choose, buttons).replies;
  const rows = await Promise.all(own.map((firm) => ports.stores.firms.firmRow(ports.pack.id, firm.uscc)));
  const lines = rows.flatMap((row) => {
    if (row === null) return [];
    const [official = ''] = statusMessage(row, [], locale).paragraphs;
    const next = nextThing(row, ports.pack, locale);
    return [`• ${official}${next ?? ''}`];
  });
  return say([texts.bot.status.several, lines.join('\n')], buttons).replies;
}
