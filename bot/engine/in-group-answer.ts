import type { Answer, Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';

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

export const isLong = (answer: Answer, locale: Locale): boolean =>
  answer.text.length - firstLines(answer, locale).length > longestDetails;

/** The short line of each part that was answered, after its worked case if it has one; the other parts are short as they are. */
export function firstLines({ text, parts }: Answer, locale: Locale): string {
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
