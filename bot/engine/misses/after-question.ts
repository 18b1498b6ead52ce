import type { Answer, Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../../knowledge/message.ts';
import { missesOf } from '../../../knowledge/misses/misses-of.ts';
import { isLeftToTheOffice, officeAnswerTo } from '../../../knowledge/misses/office-answers.ts';
import { createParticulars } from '../../../knowledge/misses/particulars.ts';
import { withoutPersonalData } from '../../../knowledge/misses/personal-data.ts';
import type { HandleResult, InboundMessage } from '../../model.ts';
import { answerMessage, packOf } from '../handlers/answer-message.ts';
import type { EnginePorts } from '../ports.ts';
import { tap } from '../replies.ts';
import { createNoteMisses } from './note-miss.ts';
import { alikeByWords, namesToHide } from './question-text.ts';
import { awaitRating } from './rated.ts';

type Asked = NonNullable<HandleResult['asked']>;

/**
 * What a question leaves behind: one that was handed over goes to the office's queue, the asker is told so in private, and may
 * have a person at once; under an answer in private are buttons that say whether it was any good. A group's reply stays as it is.
 */
export function createAfterQuestion(
  ports: EnginePorts,
): (message: InboundMessage, result: HandleResult) => Promise<HandleResult> {
  const noteMisses = createNoteMisses(ports);
  const measure = { alike: ports.alike ?? alikeByWords, particulars: createParticulars(ports.pack) };

  const byOffice = async (given: Asked): Promise<Asked | null> => {
    if (!isLeftToTheOffice(given.answer)) return null;
    try {
      // Read each time: another process may have added or withdrawn one.
      const current = await ports.stores.officeAnswers.current(ports.pack.id);
      const otherPackId = packOf(given.answer) ?? null;
      const forIt = current.filter((kept) => kept.otherPackId === otherPackId);
      const answer = officeAnswerTo(given.text, given.answer, forIt, measure);
      return answer === null ? null : { ...given, answer };
    } catch (error) {
      ports.log.warn('officeAnswers.notRead', { error });
      return null;
    }
  };

  return async (message, given) => {
    if (given.asked === undefined) return given;
    const office = await byOffice(given.asked);
    const asked = office ?? given.asked;
    const result =
      office === null ? given : withFirst(given, () => answerMessage(office.answer, office.locale));
    const noted = await noteMisses(
      message,
      missesOf(asked.text, asked.answer),
      asked.locale,
      packOf(asked.answer) ?? null,
    );
    if (message.chat.kind === 'group') return result;
    const { misses, tickets } = textsFor(asked.locale);
    const person = [[tap(tickets.talkToPerson, { verb: 'person' })]];
    if (noted === 'noted') return withFirst(result, adding([misses.noted], person));
    if (noted === 'tooMany') return withFirst(result, adding([misses.tooMany], person));
    return isRateable(asked.answer)
      ? withFirst(result, adding([], [await ratingRow(ports, message, asked)]))
      : result;
  };
}

/** Answered from the pack or by the office, wholly. */
const isRateable = ({ outcome, parts }: Answer): boolean =>
  outcome === 'answer' && parts.every((part) => part.outcome === 'answer');

async function ratingRow(
  { stores, pack, newId, log }: EnginePorts,
  message: InboundMessage,
  { text, answer, locale }: Asked,
): Promise<Button[]> {
  const ref = newId();
  try {
    const identity = await stores.identities.upsertIdentity({
      channel: message.channel,
      externalUserId: message.sender.externalUserId,
    });
    const asked = withoutPersonalData(answer.readAs ?? text, await namesToHide(stores.questions, pack));
    await awaitRating(stores.conversations, identity, {
      ...{ ref, text: asked, locale, topic: answer.topic },
      pack: packOf(answer) ?? null,
    });
  } catch (error) {
    log.warn('rating.notOffered', { error });
    return [];
  }
  return ratingButtons(ref, locale);
}

const ratingButtons = (ref: string, locale: Locale): Button[] => {
  const { useful, useless } = textsFor(locale).misses;
  return [
    tap(useful, { verb: 'useful', ref, useful: true }),
    tap(useless, { verb: 'useful', ref, useful: false }),
  ];
};

const adding =
  (paragraphs: string[], rows: Button[][]) =>
  (message: OutboundMessage): OutboundMessage => ({
    ...message,
    paragraphs: [...message.paragraphs, ...paragraphs],
    buttons: [...message.buttons, ...rows.filter((row) => row.length > 0)],
  });

/** Changes the message with the answer: what follows it is of another matter. */
function withFirst(
  result: HandleResult,
  change: (message: OutboundMessage) => OutboundMessage,
): HandleResult {
  const [first, ...rest] = result.replies;
  if (first === undefined) return result;
  return {
    ...result,
    replies: [{ ...first, message: change(first.message) }, ...rest],
  };
}
