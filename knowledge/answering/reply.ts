import { textsFor } from '../locales/index.ts';
import { renderFaq } from '../packs/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import type { Decision } from './decide.ts';
import { notForTheOffice } from './subjects.ts';
import type { SubjectId } from './subjects.ts';
import type { Citation, Locale } from './types.ts';
import type { WorkedCase } from './worked-kinds.ts';

export interface ReplyText {
  text: string;
  citations: Citation[];
}

export function topicReply(pack: PolicyPack, topic: TopicId, locale: Locale): ReplyText {
  const { short, details, citations } = renderFaq(pack, topic, locale);
  return { text: [short, ...details].join('\n'), citations };
}

/** Quoted without their exception, which is the first detail, these would read as a yes. */
const ruleWithException: readonly TopicId[] = ['coverage-scope', 'credit-term'];

function handoffReply(
  pack: PolicyPack,
  { subject, near }: { subject: SubjectId; near: TopicId[] },
  locale: Locale,
): ReplyText {
  const texts = textsFor(locale).answering;
  const gloss = (name: string): string => (locale === 'en' ? pack.glosses[name] : undefined) ?? name;
  const reason = texts.handoff[subject]({
    province:
      locale === 'en'
        ? (pack.provinceAliases.find((name) => /^[a-z]/i.test(name)) ?? pack.province)
        : pack.province,
    policyYear: pack.policyYear,
    insurer: gloss(pack.insurer.shortName),
    freeToEnroll: !pack.fees.chargedWhileEnrolling,
    hasInvitationCode: pack.app !== null,
  });
  // The people of this place are not the ones to ask about another.
  if (subject === 'other-region' || notForTheOffice.includes(subject)) return { text: reason, citations: [] };
  // As in the answers: the original name stays, for it is what is seen on the telephone and in QQ.
  const named = (name: string): string => (gloss(name) === name ? name : `${gloss(name)} (${name})`);
  const who = texts.whoToAsk({
    policy: pack.contacts.policyQuestions.map((name) => name[locale]),
    operation: pack.contacts.operation.map(({ role, name, phone, city }) => ({
      role: role[locale],
      name: named(name),
      phone,
      city: gloss(city),
    })),
    group: pack.qqGroup === null ? null : { name: named(pack.qqGroup.name), number: pack.qqGroup.number },
  });
  const [about] = near;
  if (subject !== 'unstated' || about === undefined) return { text: `${reason}\n${who}`, citations: [] };
  // What the notice does say of the matter is often enough to go on with.
  const { short, details, citations } = renderFaq(pack, about, locale);
  const exception = ruleWithException.includes(about) ? details.slice(0, 1) : [];
  return { text: [reason, texts.statedInstead({ short }), ...exception, who].join('\n'), citations };
}

export function replyTo(pack: PolicyPack, decision: Decision, locale: Locale): ReplyText {
  const texts = textsFor(locale).answering;
  if (decision.outcome === 'answer') return topicReply(pack, decision.topic, locale);
  if (decision.outcome === 'handoff') return handoffReply(pack, decision, locale);
  return {
    text: texts.clarify({ labels: decision.topics.map((topic) => texts.topicLabels[topic]) }),
    citations: [],
  };
}

/**
 * The line that a worked case is said in.
 * @param checks the bot's check of eligibility goes by this pack, so that a line may point to it
 */
export function workedLine(pack: PolicyPack, worked: WorkedCase, locale: Locale, checks: boolean): string {
  const { exclusions, exclusionsListedIn } = pack.coverage;
  const listedIn =
    exclusionsListedIn !== null && locale === 'en'
      ? (pack.glosses[exclusionsListedIn] ?? exclusionsListedIn)
      : exclusionsListedIn;
  // One text per kind, each for its own case: looked up by the case's kind, the types agree.
  const { workedCase, bot } = textsFor(locale);
  const say = workedCase[worked.kind] as (shown: unknown) => string;
  const check = checks ? bot.button.eligibility : null;
  const line = say({ ...worked, exclusions: exclusions?.[locale] ?? null, listedIn, check });
  return pack.fictional ? workedCase.fictional({ line }) : line;
}
