import { allTopicIds, furtherTopicIds } from '../topics.ts';
import type { TopicId } from '../topics.ts';
import { packLocales } from './issues.ts';
import type { PackIssue } from './issues.ts';
import { isCited } from './render.ts';
import type { FaqEntry, LocalText, PolicyPack } from './schema.ts';
import { factAt, fillTemplate } from './template.ts';

/** One answer per topic, in both languages, whose numbers all come from the facts and whose citations lead somewhere. */
export function checkFaq(pack: PolicyPack): PackIssue[] {
  return [
    ...checkTopics(pack),
    ...checkQuestions(pack),
    ...pack.faq.flatMap((entry, index) => checkEntry(pack, entry, `faq.${index}`)),
  ];
}

/** Further topics are there only where the source has something to say of them. */
const isFurther = (topic: TopicId): boolean => furtherTopicIds.some((id) => id === topic);

const checkTopics = (pack: PolicyPack): PackIssue[] =>
  allTopicIds.flatMap((topic): PackIssue[] => {
    const count = pack.faq.filter((e) => e.topic === topic).length;
    if (count === 0 && !isFurther(topic)) return [{ code: 'topicMissing', topic }];
    return count > 1 ? [{ code: 'topicTwice', topic }] : [];
  });

/** The same words under two topics would make every answer to them a guess. */
function checkQuestions(pack: PolicyPack): PackIssue[] {
  const issues: PackIssue[] = [];
  const seen = new Map<string, TopicId>();
  for (const { topic, questions, questionsEn } of pack.faq) {
    for (const question of [...questions, ...questionsEn]) {
      const key = question.toLowerCase().replace(/[\s?？。！!，,]/g, '');
      const other = seen.get(key);
      if (other !== undefined) issues.push({ code: 'questionTwice', question, topic, other });
      seen.set(key, topic);
    }
  }
  return issues;
}

function checkEntry(pack: PolicyPack, entry: FaqEntry, path: string): PackIssue[] {
  const cites = entry.cites
    .filter((cite) => !isCited(factAt(pack, cite)))
    .map((cite): PackIssue => ({ code: 'citeUnresolved', path: `${path}.cites`, cite }));
  const details = entry.details.flatMap((text, i) => checkProse(pack, text, `${path}.details.${i}`));
  return [...checkProse(pack, entry.short, `${path}.short`), ...details, ...cites];
}

function checkProse(pack: PolicyPack, text: LocalText, path: string): PackIssue[] {
  return packLocales.flatMap((locale): PackIssue[] => {
    const at = `${path}.${locale}`;
    const { unresolved } = fillTemplate(text[locale], pack, locale);
    const number = typedNumber(text[locale]);
    const otherMoney = pack.cap.currency !== 'USD' && text[locale].includes('{cap.amount|usd}');
    return [
      ...(otherMoney ? [{ code: 'currencyMismatch', path: at } as const] : []),
      ...unresolved.map((placeholder): PackIssue => ({
        code: 'placeholderUnresolved',
        path: at,
        placeholder,
      })),
      ...(number === null ? [] : [{ code: 'numberInProse', path: at, found: number } as const]),
    ];
  });
}

/** A number in digits, or an amount in Chinese numerals (八成, 十五万, 百分之八十), outside placeholders. */
function typedNumber(prose: string): string | null {
  const words = prose.replace(/\{[^{}]*\}/g, ' ');
  const found =
    /[0-9０-９][0-9０-９.,%]*|百分之[零一二三四五六七八九十百]+|[一二三四五六七八九十百千两]+(?:万|亿|美元|成(?![立为功])|天|个工作日)/.exec(
      words,
    );
  return found?.[0] ?? null;
}
