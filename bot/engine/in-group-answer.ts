import type { Answer, Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import type { HandleResult } from '../model.ts';
import { answerMessage, packOf } from './handlers/answer-message.ts';
import type { GroupPorts } from './ports.ts';
import { reply } from './replies.ts';

/** Details longer than this are for the private chat: a group is read by many who did not ask. */
const longestDetails = 90;

/** What follows `/start` in a link from a group to the details of a topic. */
export const topicLinkCode = (topic: TopicId, packId?: string): string =>
  `about-${topic}${packId === undefined ? '' : `_${packId}`}`;

/** Null for anything that `topicLinkCode` does not make. */
export function readTopicLinkCode(code: string): { topic: TopicId; packId?: string } | null {
  const [, asked, packId] = /^about-([a-z-]+)(?:_([a-z0-9-]+))?$/.exec(code) ?? [];
  const topic = allTopicIds.find((id) => id === asked);
  return topic === undefined ? null : { topic, ...(packId === undefined ? {} : { packId }) };
}

/** A policy answer for a group: first lines and the source, and where the details are. */
export function shortly(ports: GroupPorts, answer: Answer, locale: Locale): HandleResult {
  const short = firstLines(answer, locale);
  const whole = { ...reply(answerMessage(answer, locale)), talkedOf: answer };
  if (answer.text.length - short.length <= longestDetails) return whole;
  const { group } = textsFor(locale).bot;
  const url =
    answer.topic === null
      ? null
      : (ports.topicLink?.(answer.topic, packOf(answer)) ?? ports.privateChatLink());
  const message = answerMessage({ ...answer, text: short }, locale);
  return {
    ...reply({
      ...message,
      paragraphs: url === null ? [...message.paragraphs, group.moreInPrivate] : message.paragraphs,
      buttons:
        url === null ? message.buttons : [...message.buttons, [{ kind: 'link', label: group.more, url }]],
    }),
    talkedOf: answer,
  };
}

/** The short line of each part that was answered, after its worked case if it has one; the other parts are short as they are. */
function firstLines({ text, parts }: Answer, locale: Locale): string {
  const { partJoint } = textsFor(locale).answering;
  return text
    .split(partJoint)
    .map((part, i) => {
      const { outcome, worked } = parts[i] ?? {};
      if (outcome !== 'answer') return part;
      return part
        .split('\n')
        .slice(0, worked === true ? 2 : 1)
        .join('\n');
    })
    .join(partJoint);
}

/** What everybody may know of 为什么还没通过; where the firm stands is for the private chat. */
export function ruleIn({ answerer }: GroupPorts, text: string, locale: Locale): Answer {
  const answer = answerer.ask(text, locale);
  return answer.outcome === 'answer' ? answer : answerer.answerTopic('after-submit', locale);
}

/** The rule before a reply that sends the asker to the private chat. */
export function withRule(result: HandleResult, rule: Answer, locale: Locale): HandleResult {
  const [first, ...rest] = result.replies;
  if (first === undefined) return result;
  const { citation } = answerMessage(rule, locale);
  const paragraphs = firstLines(rule, locale).split(/\n+/);
  const message = { ...first.message, citation, paragraphs: [...paragraphs, ...first.message.paragraphs] };
  return { ...result, replies: [{ ...first, message }, ...rest], talkedOf: rule };
}
