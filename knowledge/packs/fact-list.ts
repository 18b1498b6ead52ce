import { forms } from './forms.ts';
import type { PolicyPack } from './schema.ts';

export interface ListedFact {
  /** As it is written in an answer: `{cap.amount|usd}`. */
  placeholder: string;
  zh: string;
  en: string;
}

const notListed = ['id', 'toFill', 'fictional', 'faq', 'glosses', 'sources', 'amendments', 'reminders'];
/** Where a fact comes from is said by the citation. */
const notFacts = ['source', 'section'];

/** What an answer may take from the facts, with what becomes of it: for whoever writes one. */
export function listFacts(pack: PolicyPack): ListedFact[] {
  const listed: ListedFact[] = [];
  const visit = (value: unknown, path: string): void => {
    for (const [name, form] of Object.entries(forms)) {
      const [zh, en] = [form(value, pack, 'zh-CN'), form(value, pack, 'en')];
      if (zh === null || en === null) continue;
      listed.push({ placeholder: name === 'plain' ? `{${path}}` : `{${path}|${name}}`, zh, en });
    }
    if (typeof value !== 'object' || value === null || 'zh-CN' in value) return;
    for (const [key, child] of Object.entries(value))
      if (!notFacts.includes(key)) visit(child, `${path}.${key}`);
  };
  for (const [key, value] of Object.entries(pack)) if (!notListed.includes(key)) visit(value, key);
  return listed;
}

/** Topics whose answers take something from the group, or cite it. */
export const topicsOf = (pack: PolicyPack, group: string): PolicyPack['faq'][number]['topic'][] =>
  pack.faq
    .filter(({ short, details, cites }) => {
      const texts = [short, ...details].flatMap((text) => [text['zh-CN'], text.en]);
      const used = new RegExp(`\\{${group}[.|}]`);
      return cites.some((cite) => cite.split('.')[0] === group) || texts.some((text) => used.test(text));
    })
    .map(({ topic }) => topic);
