import { notForTheOffice } from '../../../knowledge/answering/subjects.ts';
import type { Answer, Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import type { TopicId } from '../../../knowledge/topics.ts';

const aboutPeople: readonly TopicId[] = ['contacts', 'qq-group'];

/** Whom to ask in a city, for an answer that names people; null where the answer names nobody else, or nobody. */
export function ownCityLine(answer: Answer, city: string, pack: PolicyPack, locale: Locale): string | null {
  if (!namesPeople(answer)) return null;
  const all = pack.contacts.operation;
  const near = all.filter((person) => person.city === city);
  if (near.length > 0 && near.length === all.length) return null;
  const texts = textsFor(locale);
  const people = near.map((person) => texts.bot.steps.person({ ...person, role: person.role[locale] }));
  return texts.groups.ownCity({ city, people });
}

function namesPeople({ outcome, topic, explain = [] }: Answer): boolean {
  if (outcome === 'answer') return topic !== null && aboutPeople.includes(topic);
  if (outcome !== 'handoff') return false;
  const subject = explain[0]?.subject ?? null;
  return subject === null || (subject !== 'other-region' && !notForTheOffice.includes(subject));
}
