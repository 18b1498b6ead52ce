import { parseEligibility } from '../../../knowledge/eligibility/parse.ts';
import type { EligibilityGiven } from '../../../knowledge/eligibility/types.ts';
import type { HandleResult } from '../../model.ts';
import { shanghaiYear } from '../dates.ts';
import { saveDialogue } from '../dialogue.ts';
import type { Dialogue } from '../dialogue.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say } from '../replies.ts';
import { answerMessage } from './answer-message.ts';
import { askFor, askNext, questionFor } from './eligibility.ts';

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
  return askNext(context, withYesNo(context, running.given, running.asking, answer));
}

/** A typed answer to the running question; a policy question in between is answered, and the dialogue goes on. */
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
  const given = understood(context, running, text);
  if (given !== null) return askNext(context, given);

  const answer = context.ports.answerer.ask(text, context.locale);
  if (answer.outcome === 'answer') {
    const [question, buttons] = questionFor(context, running.asking);
    return {
      replies: [
        ...reply(answerMessage(answer, context.locale)).replies,
        ...say([bot.eligibility.backToDialogue, question], buttons).replies,
      ],
      toast: null,
    };
  }
  if (running.asking === 'value') {
    await askFor(context, 'value', running.given);
    return say(bot.eligibility.askValueAgain({ year: context.ports.pack.eligibility.baseYear }));
  }
  const [question, buttons] = questionFor(context, running.asking);
  return say([question, bot.eligibility.yesOrNo], buttons);
}

/** What is known after this answer; null when it was not understood. */
function understood(context: PrivateContext, running: Running, text: string): EligibilityGiven | null {
  const { ports } = context;
  const said = parseEligibility(text, shanghaiYear(ports.clock.now()));
  const given: EligibilityGiven = { ...running.given, ...known(said) };
  if (running.asking === 'value') {
    if (said.exportValue === undefined || said.exportValue === null) return null;
    // The question named the currency and the year: a bare number is an answer to it.
    const { exportValue } = said;
    return {
      ...given,
      exportValue: exportValue.currency === 'unstated' ? { ...exportValue, currency: 'USD' } : exportValue,
      year: said.year ?? ports.pack.eligibility.baseYear,
    };
  }
  const answer = yesNoIn(text);
  if (answer !== null) return withYesNo(context, given, running.asking, answer);
  return given[running.asking] === null ? null : given;
}

const known = (said: Partial<EligibilityGiven>): Partial<EligibilityGiven> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));

function withYesNo(
  { ports }: PrivateContext,
  given: EligibilityGiven,
  asking: 'province' | 'listed',
  answer: YesNo,
): EligibilityGiven {
  if (asking === 'listed') {
    return { ...given, listed: answer === 'unknown' ? 'unknown' : answer === 'yes' };
  }
  const { province } = ports.pack.eligibility;
  if (answer === 'yes') return { ...given, province };
  return { ...given, province: given.province ?? `非${province}` };
}

function yesNoIn(text: string): YesNo | null {
  const answer = text.replace(/[。.!！,，~～\s]+$/u, '').toLowerCase();
  if (/^(不知道|不清楚|不确定|不太清楚|没查过|not sure|unknown|i don'?t know|no idea)$/.test(answer)) {
    return 'unknown';
  }
  if (/^(不是|不在|不对|否|没有|没在|不在名单(里|内)?|no|nope)$/.test(answer)) return 'no';
  if (/^(是|是的|对|对的|在|在的|嗯|有|有的|在名单(里|内)?|yes|yep|y)$/.test(answer)) return 'yes';
  return null;
}
