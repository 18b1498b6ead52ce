import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import type { PackDifference } from './diff.ts';
import { isPackGroup } from './groups.ts';

/** Longer texts are cut: the files have them whole. */
const longest = 80;

/** One line for one difference. */
export function renderDifference(difference: PackDifference, locale: Locale): string {
  const texts = textsFor(locale);
  const { diff } = texts.pack;
  switch (difference.code) {
    case 'factChanged': {
      const { path, from, to } = difference;
      return diff.factChanged({ field: named(path, locale), from: say(from, locale), to: say(to, locale) });
    }
    case 'factAdded':
      return diff.factAdded({ field: named(difference.path, locale), to: say(difference.to, locale) });
    case 'factRemoved':
      return diff.factRemoved({ field: named(difference.path, locale), from: say(difference.from, locale) });
    case 'faqAdded':
      return diff.faqAdded({ topic: texts.answering.topicLabels[difference.topic] });
    case 'faqRemoved':
      return diff.faqRemoved({ topic: texts.answering.topicLabels[difference.topic] });
    case 'faqChanged':
      return diff.faqChanged({
        topic: texts.answering.topicLabels[difference.topic],
        parts: difference.parts.map((part) => diff.parts[part]),
      });
  }
}

function named(path: string, locale: Locale): string {
  const group = path.split('.')[0] ?? path;
  if (!isPackGroup(group)) return path;
  const name = textsFor(locale).pack.groups[group];
  return path.startsWith(name) ? path : `${name} ${path}`;
}

function say(value: unknown, locale: Locale): string {
  const texts = textsFor(locale).pack;
  if (value === null) return texts.unstated;
  if (typeof value === 'boolean') return value ? texts.diff.yes : texts.diff.no;
  if (Array.isArray(value))
    return value.length === 0
      ? texts.diff.nothing
      : cut(value.map(String).join(locale === 'en' ? ', ' : '、'));
  if (typeof value === 'object') {
    const text = (value as Record<string, unknown>)[locale];
    return typeof text === 'string' ? cut(text) : '';
  }
  return typeof value === 'string' || typeof value === 'number' ? cut(String(value)) : '';
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
