import type { Answer, Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../../knowledge/message.ts';
import { missesOf } from '../../../knowledge/misses/misses-of.ts';
import { officeAnswerTo } from '../../../knowledge/misses/office-answers.ts';
import { withoutPersonalData } from '../../../knowledge/misses/personal-data.ts';
import type { HandleResult, InboundMessage } from '../../model.ts';
import { answerMessage, packOf } from '../handlers/answer-message.ts';
import { groupOfficeAnswer, groupOffersPerson } from '../group-message.ts';
import type { GroupResult } from '../group-message.ts';
import { knownNames } from '../known-names.ts';
import type { EnginePorts } from '../ports.ts';
import { tap } from '../replies.ts';
import { createCountQuestion } from './count-question.ts';
import { createNoteMisses } from './note-miss.ts';
import type { Noted } from './note-miss.ts';
import { measureOf, officeAnswers } from './office-answers.ts';
import { namesToHide } from './question-text.ts';
import { awaitRating } from './rated.ts';

type Asked = NonNullable<HandleResult['asked']>;

/**
 * What a question in private leaves behind: one that was handed over goes to the office's queue, and the asker is told so
 * and may have a person at once; under an answer are buttons that say whether it was any good.
 */
export function createAfterQuestion(
  ports: EnginePorts,
): (message: InboundMessage, result: HandleResult) => Promise<HandleResult> {
  const note = createNote(ports);
  const measure = measureOf(ports);
  const count = createCount(ports);

  return async (message, given) => {
    if (given.asked === undefined) return given;
    const answer = officeAnswerTo(
      given.asked.text,
      given.asked.answer,
      await officeAnswers(ports, given.asked.answer),
      measure,
    );
    const asked = answer === null ? given.asked : { ...given.asked, answer };
    const result = answer === null ? given : withFirst(given, () => answerMessage(answer, asked.locale));
    await count(message, asked);
    const noted = await note(message, asked);
    const { misses, tickets } = textsFor(asked.locale);
    const person = [[tap(tickets.talkToPerson, { verb: 'person' })]];
    if (noted === 'noted') return withFirst(result, adding([misses.noted], person));
    if (noted === 'tooMany') return withFirst(result, adding([misses.tooMany], person));
    return isRateable(asked.answer)
      ? withFirst(result, adding([], [await ratingRow(ports, message, asked)]))
      : result;
  };
}

/** The same in a group, where the reply is the office's answer if it has one for everybody, and only a person is offered under it. */
export function createAfterGroupQuestion(
  ports: EnginePorts,
): (message: InboundMessage, result: GroupResult) => Promise<GroupResult> {
  const note = createNote(ports);
  const measure = measureOf(ports);
  const known = knownNames(ports.pack);
  const count = createCount(ports);

  return async (message, given) => {
    if (given.asked === undefined) return given;
    const current = await officeAnswers(ports, given.asked.answer);
    const office = groupOfficeAnswer(given.asked, current, known, measure);
    const asked = office === null ? given.asked : { ...given.asked, answer: office.answer };
    await count(message, asked);
    const noted = await note(message, asked);
    const [first, ...rest] = given.replies;
    if (first === undefined) return given;
    const reply = { ...first, ...(office === null ? {} : { message: office.message }) };
    const shown = noted === 'nothing' ? reply.message : groupOffersPerson(reply.message, asked.locale);
    return { ...given, replies: [{ ...reply, message: shown }, ...rest] };
  };
}

function createNote(ports: EnginePorts): (message: InboundMessage, asked: Asked) => Promise<Noted> {
  const noteMisses = createNoteMisses(ports);
  return (message, { text, answer, locale }) =>
    noteMisses(message, missesOf(text, answer), locale, packOf(answer) ?? null);
}

/** One that was asked back about is not counted before it is clear. */
function createCount(ports: EnginePorts): (message: InboundMessage, asked: Asked) => Promise<void> {
  const countQuestion = createCountQuestion(ports);
  return async (message, { text, answer }) => {
    if (isRateable(answer)) await countQuestion(message, 'answered');
    else if (missesOf(text, answer).length > 0) await countQuestion(message, 'handedOff');
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
      // Whether a block ended with this was found out before.
      leavesBlock: true,
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
