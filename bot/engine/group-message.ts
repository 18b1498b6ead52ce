import type { GroupSettings } from '../../activities/ports/groups.ts';
import type { OfficeAnswer } from '../../knowledge/misses/types.ts';
import type { Answer, AskContext, Locale, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { decodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../knowledge/message.ts';
import { officeAnswerTo } from '../../knowledge/misses/office-answers.ts';
import type { GroupDigest } from '../../knowledge/overview/group-digest.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import type { ChannelLinks, HandleResult, Reply } from '../model.ts';
import { namesFirm, usccIn } from './firm-questions.ts';
import { groupSentence } from './group-sentences.ts';
import type { GroupSentence, GroupToast } from './group-sentences.ts';
import type { ChosenForGroup } from './groups/chosen.ts';
import { ownCityLine } from './groups/own-city.ts';
import { settingsMessages } from './groups/settings-message.ts';
import type { GroupChoices } from './groups/settings-message.ts';
import { answerMessage, packOf } from './handlers/answer-message.ts';
import { firstLines, isLong, topicLinkCode } from './in-group-answer.ts';
import { tap } from './replies.ts';
import { ticketNews } from './tickets/ticket-news.ts';
import type { TicketNews } from './tickets/ticket-news.ts';

/** Thrown when something about a firm was about to be said in a group. */
export class FirmInGroup extends Error {
  constructor() {
    super('a message for a group names a firm');
    this.name = 'FirmInGroup';
  }
}

/**
 * A message that everybody may read. Only the functions of this file make one, from fixed sentences, from policy answers
 * that they ask for themselves, and from words that name no firm. The class is not exported and has a private field, so
 * neither a literal nor a changed copy is one: not for the compiler, and not at run time.
 */
class MessageForAll implements OutboundMessage {
  readonly #forAll = true;
  readonly paragraphs: string[];
  readonly buttons: Button[][];
  readonly citation: string | null;

  constructor({ paragraphs, buttons, citation }: OutboundMessage) {
    this.paragraphs = [...paragraphs];
    this.buttons = buttons.map((row) => row.map((button) => Object.freeze({ ...button })));
    this.citation = citation;
    const labels = this.buttons.flat().map((button) => button.label);
    const named = [...paragraphs, ...labels, citation ?? ''].some((text) => usccIn(text) !== null);
    if (named || !this.buttons.flat().every(isForAll)) throw new FirmInGroup();
    this.buttons.forEach((row) => Object.freeze(row));
    Object.freeze(this.paragraphs);
    Object.freeze(this.buttons);
    Object.freeze(this);
  }

  static made(message: OutboundMessage): message is MessageForAll {
    return #forAll in message && message.#forAll;
  }
}

export type GroupMessage = MessageForAll;

export const isGroupMessage = (message: OutboundMessage): message is GroupMessage =>
  MessageForAll.made(message);

export interface GroupReply extends Omit<Reply, 'message' | 'onSent'> {
  message: GroupMessage;
}

/** What the engine does in a group: a `HandleResult` that cannot say anything about a firm. */
export interface GroupResult extends Omit<HandleResult, 'replies' | 'toast' | 'further' | 'staffLinked'> {
  replies: GroupReply[];
  toast: GroupToast | null;
}

/** Where a group's message is read: in which language, and how one gets to the private chat from there. */
export interface GroupPlace {
  locale: Locale;
  links: ChannelLinks;
}

/** Fixed sentences, with a button to the private chat where there is a link to it. */
export const groupSays = (
  place: GroupPlace,
  sentences: readonly GroupSentence[],
  { withLink = true } = {},
): GroupMessage =>
  new MessageForAll({
    paragraphs: sentences.flatMap((sentence) => groupSentence(place.locale, sentence)),
    buttons: withLink ? privateButton(place) : [],
    citation: null,
  });

/** A question to the policy, or a topic of it that is known. */
export type PolicyQuestion =
  { ask: string; before?: AskContext | undefined } | { topic: TopicId; packId?: string | undefined };

/** A policy answer for a group: first lines and the source, and where the details are. */
export function groupAnswers(
  answerer: PolicyAnswerer,
  question: PolicyQuestion,
  place: GroupPlace,
): { message: GroupMessage; answer: Answer } {
  const { locale, links } = place;
  const answer = answerTo(answerer, question, locale);
  if (!isLong(answer, locale)) return { message: new MessageForAll(answerMessage(answer, locale)), answer };
  const { group } = textsFor(locale).bot;
  const short = answerMessage({ ...answer, text: firstLines(answer, locale) }, locale);
  const url =
    answer.topic === null
      ? null
      : (links.start(topicLinkCode(answer.topic, packOf(answer))) ?? links.privateChat());
  const more: Button[][] = url === null ? [] : [[{ kind: 'link', label: group.more, url }]];
  const message = new MessageForAll({
    ...short,
    paragraphs: url === null ? [...short.paragraphs, group.moreInPrivate] : short.paragraphs,
    buttons: [...short.buttons, ...more],
  });
  return { message, answer };
}

/** The rule, which is everybody's, and the way to the private chat for what it makes of one firm. */
export function groupRule(
  answerer: PolicyAnswerer,
  question: PolicyQuestion,
  place: GroupPlace,
  then: { whole: boolean; sentences: readonly GroupSentence[] },
): { message: GroupMessage; answer: Answer } {
  const { locale } = place;
  const asked = answerTo(answerer, question, locale);
  const answer =
    'topic' in question || asked.outcome === 'answer' ? asked : answerer.answerTopic('after-submit', locale);
  const whole = answerMessage(answer, locale);
  const paragraphs = then.whole ? whole.paragraphs : firstLines(answer, locale).split(/\n+/);
  const message = new MessageForAll({
    paragraphs: [...paragraphs, ...then.sentences.flatMap((sentence) => groupSentence(locale, sentence))],
    buttons: privateButton(place),
    citation: whole.citation,
  });
  return { message, answer };
}

/**
 * What the office has answered to the same question before; null when it has not, or when its words name a firm: they were
 * written for one asker.
 */
export function groupOfficeAnswer(
  given: { text: string; answer: Answer; locale: Locale },
  current: readonly OfficeAnswer[],
  known: readonly string[],
  measure: Parameters<typeof officeAnswerTo>[3],
): { message: GroupMessage; answer: Answer } | null {
  const answer = officeAnswerTo(given.text, given.answer, current, measure);
  if (answer === null || speaksOfFirm(answer.text, known)) return null;
  return { message: new MessageForAll(answerMessage(answer, given.locale)), answer };
}

/**
 * Other words for a group, such as an announcement of staff or what its administrators have set; null when they name a firm
 * or hold its code.
 */
export const groupWords = (
  paragraphs: readonly string[],
  known: readonly string[],
  buttons: Button[][] = [],
): GroupMessage | null =>
  paragraphs.some((text) => speaksOfFirm(text, known))
    ? null
    : new MessageForAll({ paragraphs: [...paragraphs], buttons, citation: null });

/** The office's announcement, with the way to the private chat; null when it names a firm. */
export function groupAnnounces(
  words: string,
  known: readonly string[],
  place: GroupPlace,
): GroupMessage | null {
  if (speaksOfFirm(words, known)) return null;
  const { groupPosts } = textsFor(place.locale);
  return new MessageForAll({
    paragraphs: [groupPosts.announcement({ words }), wayToPrivate(place)],
    buttons: privateButton(place),
    citation: null,
  });
}

/** How far all firms are together: numbers and fixed sentences. */
export function groupShowsDigest(
  { firms, submitted, deadline }: GroupDigest,
  place: GroupPlace,
  { trial }: { trial: boolean },
): GroupMessage {
  const { groupPosts, commands } = textsFor(place.locale);
  const percent = Math.floor((100 * submitted) / firms);
  return new MessageForAll({
    paragraphs: [
      ...(trial ? [commands.trial] : []),
      groupPosts.digest({ firms, submitted, percent }),
      ...(deadline === null ? [] : [groupPosts.deadline(deadline)]),
      wayToPrivate(place),
    ],
    buttons: privateButton(place),
    citation: null,
  });
}

/** The same message with fixed sentences under it. */
export const groupAdds = (
  message: GroupMessage,
  locale: Locale,
  sentences: readonly GroupSentence[],
): GroupMessage =>
  new MessageForAll({
    ...{ buttons: message.buttons, citation: message.citation },
    paragraphs: [...message.paragraphs, ...sentences.flatMap((sentence) => groupSentence(locale, sentence))],
  });

/** What happens with somebody's ticket: its number, instants and fixed sentences. */
export const groupTicket = (news: TicketNews, locale: Locale): GroupMessage =>
  new MessageForAll(ticketNews(news, locale));

/** The same message with a button that calls a person for whoever asked. */
export const groupOffersPerson = (message: GroupMessage, locale: Locale): GroupMessage =>
  new MessageForAll({
    ...{ paragraphs: message.paragraphs, citation: message.citation },
    buttons: [...message.buttons, [tap(textsFor(locale).tickets.talkToPerson, { verb: 'person' })]],
  });

/** What the bot says when it comes into a group. */
export const groupGreets = (place: GroupPlace, { title }: PolicyPack): GroupMessage =>
  new MessageForAll({
    paragraphs: textsFor(place.locale).groups.greeting({ title: title[place.locale] }),
    buttons: privateButton(place),
    citation: null,
  });

/** The group's settings, or a choice of one of them. */
export const groupShowsSettings = (
  shown: keyof typeof settingsMessages,
  settings: GroupSettings,
  choices: GroupChoices,
  locale: Locale,
): GroupMessage => new MessageForAll(settingsMessages[shown](settings, choices, locale));

/** The same message with whom to ask in the group's own city, where its answer names people elsewhere too. */
export function groupAddsCity(
  message: GroupMessage,
  answer: Answer,
  { city, pack }: ChosenForGroup,
  locale: Locale,
): GroupMessage {
  const line = city === null ? null : ownCityLine(answer, city, pack, locale);
  const { paragraphs, buttons, citation } = message;
  return line === null
    ? message
    : new MessageForAll({ paragraphs: [...paragraphs, line], buttons, citation });
}

const speaksOfFirm = (text: string, known: readonly string[]): boolean =>
  usccIn(text) !== null || namesFirm(text, known);

const answerTo = (answerer: PolicyAnswerer, question: PolicyQuestion, locale: Locale): Answer =>
  'ask' in question
    ? answerer.ask(question.ask, locale, question.before)
    : answerer.answerTopic(question.topic, locale, question.packId);

const wayToPrivate = ({ locale, links }: GroupPlace): string => {
  const { askByButton, askAnywhere } = textsFor(locale).groupPosts;
  return links.privateChat() === null ? askAnywhere : askByButton;
};

const privateButton = ({ locale, links }: GroupPlace): Button[][] => {
  const url = links.privateChat();
  return url === null ? [] : [[{ kind: 'link', label: textsFor(locale).bot.button.privateChat, url }]];
};

/**
 * A link, or a button that is of no firm and nothing that staff decide: it means the same whoever taps it, or does something for
 * the one asker whose ticket it is.
 */
function isForAll(button: Button): boolean {
  if (button.kind === 'link') return usccIn(button.url) === null;
  const callback = decodeCallback(button.data);
  return callback !== null && forAll.some((verb) => verb === callback.verb);
}

const forAll: readonly Callback['verb'][] = ['topic', 'eligibility', 'person', 'ticket', 'rate', 'group'];
