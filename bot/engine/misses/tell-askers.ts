import { isGone, SendError } from '../../../activities/ports/services.ts';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import type { WaitingAsker } from '../../../activities/ports/questions.ts';
import type { ChatIdentity, Stores } from '../../../activities/ports/store.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { officeCitation } from '../../../knowledge/misses/office-answers.ts';
import { shownQuestion } from '../../../knowledge/misses/shown-question.ts';
import { formatCitation } from '../../../knowledge/packs/render.ts';
import { keepingClaim } from '../../keep-claim.ts';

export interface TellingPorts {
  stores: Pick<Stores, 'questions' | 'identities'>;
  senders: Record<string, MessageSender>;
  log: Logger;
}

const atOnce = 200;

/**
 * Tells those who asked what the office answered, each once, and forgets them. Whether a message arrived may stay unknown:
 * it is then repeated once, marked 补发. Resolves to how many were told.
 */
export async function tellAskers(ports: TellingPorts): Promise<number> {
  let told = 0;
  const paused = new Set<string>();
  for (const waiting of await ports.stores.questions.waitingToBeTold(atOnce)) {
    const person = await ports.stores.identities.findIdentity(waiting.identityId);
    if (person !== null && paused.has(person.channel)) continue;
    const outcome = await tell(ports, waiting, person);
    if (outcome === 'told') told += 1;
    // The channel wants a pause, or is away; those of others do not wait for it.
    if (outcome === 'later' && person !== null) paused.add(person.channel);
  }
  return told;
}

async function tell(
  ports: TellingPorts,
  waiting: WaitingAsker,
  person: ChatIdentity | null,
): Promise<'told' | 'given up' | 'later'> {
  const { questions } = ports.stores;
  const { askId } = waiting;
  const sender = person === null ? undefined : ports.senders[person.channel];
  if (person === null || person.blocked || person.privateChatId === null || sender === undefined) {
    await questions.endTelling(askId);
    return 'given up';
  }
  if (!(await questions.beginTelling(askId))) return 'given up';
  try {
    const { privateChatId } = person;
    await keepingClaim(
      () => questions.keepTelling(askId),
      () => sender.send(privateChatId, messageFor(waiting, person)),
    );
  } catch (error) {
    return settle(ports, waiting, person, error);
  }
  await questions.endTelling(askId);
  return 'told';
}

async function settle(
  { stores: { questions, identities }, log }: TellingPorts,
  { askId, repeated }: WaitingAsker,
  person: ChatIdentity,
  error: unknown,
): Promise<'given up' | 'later'> {
  const code = error instanceof SendError ? error.code : 'unexpected';
  log.warn('officeAnswer.notSent', { askId, channel: person.channel, code });
  if (!(error instanceof SendError) || error.fate === 'ambiguous') {
    if (repeated) await questions.endTelling(askId);
    else await questions.putBack(askId, { sent: 'maybe' });
    return repeated ? 'given up' : 'later';
  }
  if (isGone(error.code)) await identities.markBlocked(person.id);
  if (isGone(error.code) || code === 'badRequest') {
    await questions.endTelling(askId);
    return 'given up';
  }
  await questions.putBack(askId, { sent: 'no' });
  return 'later';
}

function messageFor(
  { question, answer, answeredAt, repeated }: WaitingAsker,
  { locale }: ChatIdentity,
): OutboundMessage {
  const texts = textsFor(locale).misses;
  return {
    paragraphs: [
      `${repeated ? texts.repeatedMark : ''}${texts.told({ question: shownQuestion(question) })}`,
      ...answer.split(/\n+/),
    ],
    buttons: [],
    citation: formatCitation(officeCitation(answeredAt, locale), locale),
  };
}
