import { tableLines } from '../cli/table.ts';
import type { Comparison } from './compare.ts';
import { benchTexts } from './texts.ts';
import type { BenchTexts } from './texts.ts';

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

/** The comparison as text: a table in each language, with what its columns mean. */
export const printed = (comparison: Comparison, facts: { seen: number; nlpjsMost: number }): string[] =>
  benchTexts.flatMap((texts) => inOneLanguage(texts, comparison, facts));

function inOneLanguage(
  texts: BenchTexts,
  { questions, asItAnswers: own, rows }: Comparison,
  { seen, nlpjsMost }: { seen: number; nlpjsMost: number },
): string[] {
  const cells = rows.map((row) => [
    row.name,
    texts.knowledge[row.knowledge],
    row.texts === 0 ? '-' : String(row.texts),
    percent(row.rightTopic),
    percent(row.answered),
    percent(row.right),
    percent(row.refused),
    percent(row.wrongConfident),
    row.latency.p50.toFixed(2),
    row.latency.p99.toFixed(2),
    row.timesOurs.p50.toFixed(2),
    row.timesOurs.p99.toFixed(2),
    row.openMs.toFixed(0),
  ]);
  const decided = texts.ownRow({
    answered: percent(own.answered),
    right: percent(own.right),
    clarified: percent(own.clarified),
    refused: percent(own.refused),
    wrong: percent(own.wrongConfident),
  });
  return [
    texts.asked(questions),
    ...(seen === 0 ? [] : [texts.seen({ count: seen })]),
    '',
    ...tableLines(texts.header, cells),
    '',
    decided,
    ...texts.notes({ nlpjsMost }).map((note) => `- ${note}`),
    '',
  ];
}
