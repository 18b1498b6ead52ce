import { replyTo } from '../../knowledge/answering/reply.ts';
import type { SubjectId } from '../../knowledge/answering/subjects.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { renderFaq } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { topicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import type { SeenOutcome } from './words.ts';

/** What a person sees after saying something, on any channel. */
export interface Shown {
  text: string;
  buttons: string[];
  links: string[];
}

/** What a reader would call it. */
export interface Seen {
  outcomes: SeenOutcome[];
  topics: TopicId[];
  subjects: SubjectId[];
}

/** Reads outcome, topics and subjects off the text alone: what is tested is what people see, on every channel alike. */
export function readShown(pack: PolicyPack, shown: Shown): Seen {
  if (shown.text === '' && shown.buttons.length === 0) {
    return { outcomes: ['silent'], topics: [], subjects: [] };
  }
  const inBoth = (['zh-CN', 'en'] as const).map((locale) => readAs(pack, shown, locale));
  const outcomes = [...new Set(inBoth.flatMap((seen) => seen.outcomes))];
  return {
    outcomes: outcomes.length === 0 ? ['own'] : outcomes,
    topics: [...new Set(inBoth.flatMap((seen) => seen.topics))],
    subjects: [...new Set(inBoth.flatMap((seen) => seen.subjects))],
  };
}

function readAs(pack: PolicyPack, shown: Shown, locale: Locale): Seen {
  const { answering, bot } = textsFor(locale);
  const shorts = topicIds.map((topic) => ({ topic, short: renderFaq(pack, topic, locale).short }));
  // What the notice does say of a matter, told beside a hand-off, is no answer.
  const text = shorts.reduce(
    (rest, { short }) => rest.replaceAll(answering.statedInstead({ short }), ''),
    shown.text,
  );
  const cited = text.includes(locale === 'en' ? 'Source: ' : '来源：');
  const topics = cited ? shorts.filter(({ short }) => text.includes(short)).map(({ topic }) => topic) : [];
  // The first line of a hand-off is the reason; whom to ask follows.
  const reasonOf = (subject: SubjectId): string =>
    replyTo(pack, { outcome: 'handoff', subject, near: [] }, locale).text.split('\n')[0] ?? '';
  const subjects = (Object.keys(answering.handoff) as SubjectId[]).filter((subject) =>
    text.includes(reasonOf(subject)),
  );
  // The words of the clarifying question before its first label.
  const mark = '\uE000';
  const lead =
    answering
      .clarify({ labels: [mark] })
      .split(mark)[0]
      ?.slice(0, -1) ?? '';
  const unread = [answering.empty, answering.otherLanguage];
  const outcomes: SeenOutcome[] = [
    ...(topics.length > 0 ? ['answer' as const] : []),
    ...(subjects.length > 0 || unread.some((t) => text.includes(t)) ? ['handoff' as const] : []),
    ...(lead !== '' && text.includes(lead) ? ['clarify' as const] : []),
    ...(Object.values(answering.smalltalk).includes(text.trim()) ? ['smalltalk' as const] : []),
    ...([bot.group.firmInPrivate, bot.group.staffInPrivate, bot.group.codeInGroup].some((t) =>
      text.includes(t),
    )
      ? ['toPrivate' as const]
      : []),
  ];
  return { outcomes, topics, subjects };
}
