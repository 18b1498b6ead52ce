import type { HandleResult } from '../../model.ts';
import { createCountQuestion } from '../misses/count-question.ts';
import { createNoteMisses } from '../misses/note-miss.ts';
import { takeRated } from '../misses/rated.ts';
import type { PrivateContext } from '../private-context.ts';
import { say } from '../replies.ts';

/** 有用 or 没用 under an answer: what was useless goes to the office's queue with what was asked. */
export async function rateAnswer(
  context: PrivateContext,
  ref: string,
  useful: boolean,
): Promise<HandleResult> {
  const { ports, identity, message, texts } = context;
  const rated = await takeRated(ports.stores.conversations, identity, ref);
  if (rated === null) return say(texts.misses.tooOld);
  if (useful) return { ...say(texts.misses.thanks), toast: texts.misses.thanksToast };
  await createCountQuestion(ports)(message, 'useless');
  const noted = await createNoteMisses(ports)(
    message,
    [{ text: rated.text, madeOf: { kind: 'foundUseless', topic: rated.topic } }],
    rated.locale,
    rated.pack,
  );
  return noted === 'noted'
    ? { ...say(texts.misses.passedOn), toast: texts.misses.passedOnToast }
    : say(texts.misses.couldNotPassOn);
}
