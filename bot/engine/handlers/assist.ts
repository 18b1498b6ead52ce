import type { NamesToRemove } from '../../../knowledge/answering/assisted-clean.ts';
import type { Answer } from '../../../knowledge/answering/types.ts';
import type { HandleResult, Reply } from '../../model.ts';
import type { Assisted } from '../assisted-answers.ts';
import { namesToHide } from '../misses/question-text.ts';
import type { PrivateContext } from '../private-context.ts';
import { answered, topicRows } from './answer-message.ts';

/** The reply to a question, which a language service may have helped to understand where the office uses one. */
export async function answeredWithHelp(
  context: PrivateContext,
  question: string,
  alone: Answer,
): Promise<HandleResult> {
  const { ports, identity, locale } = context;
  const assisted = await ports.assistance?.improve({
    identityId: identity.id,
    question,
    answer: alone,
    locale,
    answerer: ports.answerer,
    namesToRemove: () => namesOf(context),
  });
  if (assisted === undefined) return answered(question, alone, locale);
  const result = answered(question, assisted.answer, locale);
  return { ...result, replies: result.replies.map((reply) => withReading(context, reply, assisted)) };
}

async function namesOf({ ports, identity }: PrivateContext): Promise<NamesToRemove> {
  const { identities, questions } = ports.stores;
  const linked = await identities.linkedFirms(identity.id);
  const own = linked.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]);
  const { firms, people } = await namesToHide(questions, ports.pack);
  return { own, others: [...firms, ...people] };
}

/** Says first how the question was taken, where that was not the answerer's own reading. */
function withReading(
  { texts, locale }: PrivateContext,
  reply: Reply,
  { answer, takenFor, others }: Assisted,
): Reply {
  if (takenFor === null) return reply;
  const { message } = reply;
  const { topicLabels } = texts.answering;
  const there = message.buttons.flat().map((button) => button.label);
  const more = others.filter((topic) => !there.includes(topicLabels[topic]));
  return {
    ...reply,
    message: {
      ...message,
      paragraphs: [texts.assisted.understoodAs({ label: topicLabels[takenFor] }), ...message.paragraphs],
      buttons: [...topicRows(more, locale, answer), ...message.buttons],
    },
  };
}
