import { parseEligibility } from '../../../knowledge/eligibility/parse.ts';
import type { EligibilityGiven } from '../../../knowledge/eligibility/types.ts';
import type { HandleResult } from '../../model.ts';
import { shanghaiYear } from '../dates.ts';
import { saveDialogue } from '../dialogue.ts';
import type { Dialogue } from '../dialogue.ts';
import { asksOwnEligibility, tellsOtherMoney, tellsOwnExports } from '../firm-questions.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say } from '../replies.ts';
import { answerMessage } from './answer-message.ts';
import { askFor, askNext, questionFor, remember } from './eligibility.ts';

type Running = Dialogue & { asking: NonNullable<Dialogue['asking']> };
type YesNo = 'yes' | 'no' | 'unknown';

/** A tapped answer to the running question. */
export async function tappedAnswer(
  context: PrivateContext,
  running: Dialogue | null,
  answer: YesNo,
): Promise<HandleResult> {
  const { bot } = context.texts;
  if (running?.asking === null || running?.asking === undefined || running.asking === 'value') {
    return { ...say(bot.staleButton), toast: bot.staleButtonToast };
  }
  const given = withYesNo(context, running.given, running.asking, answer);
  return given === null ? askAgain(context, running.asking) : askNext(context, given);
}

/**
 * A typed answer to the running question. A sentence with a value takes the place of what was said before; a policy
 * question in between is answered, and the dialogue goes on.
 */
export async function typedAnswer(
  context: PrivateContext,
  running: Running,
  text: string,
): Promise<HandleResult> {
  const { bot } = context.texts;
  if (/^(取消|退出|算了|不查了|cancel|stop|quit)[。.!！]?$/i.test(text)) {
    await saveDialogue(context.ports.stores.conversations, context.identity, null);
    return say(bot.eligibility.cancelled);
  }
  const said = parseEligibility(text, shanghaiYear(context.ports.clock.now()));
  const aboutOwn = asksOwnEligibility(text) || tellsOwnExports(text);
  if (asksOpenly(text) && !aboutOwn) {
    const answered = await answerBetween(context, running, text);
    if (answered !== null) return answered;
  }
  const value = saidValue(context, running, said, text);
  if (value !== null) {
    return askNext(context, { ...running.given, ...known(said), ...value }, { valueSaid: true });
  }
  const given = understood(context, running, said, text);
  if (given !== null) return askNext(context, given);
  if (said.exportValue === null && (aboutOwn || !asks(text))) return askExactly(context, running.given);
  if (aboutOwn) return askFor(context, running.asking, running.given);
  return (await answerBetween(context, running, text)) ?? askAgain(context, running.asking, running.given);
}

/** The firm's exports in a typed answer, with the year that they count for; null when it holds none. */
function saidValue(
  { ports }: PrivateContext,
  { asking, given }: Running,
  { exportValue, year }: Partial<EligibilityGiven>,
  text: string,
): Pick<EligibilityGiven, 'exportValue' | 'year'> | null {
  const earlier = given.exportValue;
  if (exportValue === undefined) {
    const currency = currencyAlone(text);
    return asking === 'value' && earlier?.currency === 'unstated' && currency !== null
      ? { exportValue: { ...earlier, currency }, year: given.year }
      : null;
  }
  if (exportValue === null || tellsOtherMoney(text)) return null;
  // The dialogue named the currency and the year: a bare number is an answer to it.
  const currency = exportValue.currency === 'unstated' ? 'USD' : exportValue.currency;
  return { exportValue: { ...exportValue, currency }, year: year ?? ports.pack.eligibility.baseYear };
}

/** 是美元 or 人民币, after the question which of the two it was. */
function currencyAlone(text: string): 'USD' | 'CNY' | null {
  const said = text.replace(/^(是|就是|都是|按|it'?s( in)?|in)\s*|[。.!！\s的]+$/giu, '');
  if (/^(美元|美金|美刀|usd?|(us )?dollars?)$/iu.test(said)) return 'USD';
  return /^(人民币|rmb|cny|yuan)$/iu.test(said) ? 'CNY' : null;
}

/** What is known after an answer without a value; null when it was not understood. */
function understood(
  context: PrivateContext,
  { asking, given: before }: Running,
  said: Partial<EligibilityGiven>,
  text: string,
): EligibilityGiven | null {
  const answer = yesNoIn(text);
  if (answer !== null) return asking === 'value' ? null : withYesNo(context, before, asking, answer);
  // 苏州有没有窗口 names a place, but asks for something else.
  if (asks(text) && !/我们|我司|咱|公司|\bwe\b|资格|参加|参保/iu.test(text)) return null;
  const { province = null, listed = null } = said;
  return province === null && listed === null ? null : { ...before, ...known({ province, listed }) };
}

/** The answer to a question of policy, and the way back to the check; null when it is no question that we know. */
async function answerBetween(
  context: PrivateContext,
  { asking, given }: Running,
  text: string,
): Promise<HandleResult | null> {
  const { ports, locale, texts } = context;
  const answer = ports.answerer.ask(text, locale);
  const unknown = answer.outcome === 'handoff' && (answer.explain?.[0]?.subject ?? 'unknown') === 'unknown';
  // A few words that ask nothing, such as 蛮多的, are a poor answer rather than a foreign matter.
  const fewWords = answer.outcome === 'handoff' && text.length <= 4;
  if ((unknown || fewWords) && !asks(text)) return null;
  await remember(context, asking, given);
  const [question, buttons] = questionFor(context, asking);
  const back = [texts.bot.eligibility.backToDialogue, question].join(locale === 'en' ? ' ' : '');
  return {
    replies: [...reply(answerMessage(answer, locale)).replies, ...say(back, buttons).replies],
    toast: null,
    // Also without a question mark: what is handed over here goes to the office like everywhere else.
    asked: { text, answer, locale },
  };
}

/** After an amount that leaves open how much, such as 两百多万. */
async function askExactly(context: PrivateContext, given: EligibilityGiven): Promise<HandleResult> {
  await remember(context, 'value', { ...given, exportValue: null });
  return say(context.texts.eligibility.exactWanted({ baseYear: context.ports.pack.eligibility.baseYear }));
}

/** Asks once more, and says what an answer looks like. */
async function askAgain(
  context: PrivateContext,
  asking: Running['asking'],
  given?: EligibilityGiven,
): Promise<HandleResult> {
  const { bot, eligibility } = context.texts;
  if (given !== undefined) await remember(context, asking, given);
  if (asking === 'value') {
    return say(bot.eligibility.askValueAgain({ year: context.ports.pack.eligibility.baseYear }));
  }
  const [question, buttons] = questionFor(context, asking);
  return say(
    [question, asking === 'province' ? eligibility.yesOrNoOrPlace : bot.eligibility.yesOrNo],
    buttons,
  );
}

const asks = (text: string): boolean => asksOpenly(text) || /有没有|[吗么?？]\s*$/u.test(text);

/** Asks for something that is not just a yes or no about what was said. */
const asksOpenly = (text: string): boolean =>
  /怎么(?!样)|怎样|如何|什么|哪|多少|多久|为什么|为何|为啥|还是不|[含算]不[含算]|\b(how|what|where|when|why|which|who)\b/iu.test(
    text,
  );

const known = (said: Partial<EligibilityGiven>): Partial<EligibilityGiven> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));

/** Null where it does not answer the question. */
function withYesNo(
  { ports }: PrivateContext,
  given: EligibilityGiven,
  asking: 'province' | 'listed',
  answer: YesNo,
): EligibilityGiven | null {
  if (asking === 'listed') {
    return { ...given, listed: answer === 'unknown' ? 'unknown' : answer === 'yes' };
  }
  const { province } = ports.pack.eligibility;
  if (answer === 'unknown') return null;
  return { ...given, province: answer === 'yes' ? province : (given.province ?? `非${province}`) };
}

function yesNoIn(text: string): YesNo | null {
  const answer = text.replace(/[。.!！,，~～\s]+$/u, '').toLowerCase();
  if (/^(不知道|不清楚|不确定|不太清楚|没查过|not sure|unknown|i don'?t know|no idea)$/.test(answer)) {
    return 'unknown';
  }
  if (/^(不是|不在|不对|否|没有|没在|no|nope)$/.test(answer)) return 'no';
  if (/^(是|是的|对|对的|在|在的|嗯|有|有的|yes|yep|y)$/.test(answer)) return 'yes';
  return null;
}
