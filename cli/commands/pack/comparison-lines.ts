import type { Locale } from '../../../knowledge/answering/types.ts';
import type { AnswerComparison, Given } from '../../../knowledge/evaluation/compare-answers.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';

const mostShown = 30;

/** What publishing would change, in lines. */
export function comparisonLines(
  { questions, right, changed, reworded, gate }: AnswerComparison,
  locale: Locale,
): string[] {
  const { cli } = textsFor(locale).packRevisions;
  const name = (given: Given): string => (given === null ? '-' : (given.topic ?? given.outcome));
  return [
    cli.evaluated({ questions, ...right, changed: changed.length }),
    ...changed
      .slice(0, mostShown)
      .map(({ verdict, question, before, after }) =>
        cli.changed({ verdict: cli.verdicts[verdict], question, before: name(before), after: name(after) }),
      ),
    ...reworded.map(({ of, count }) => cli.reworded({ of, count })),
    ...(gate.holds ? [] : [cli.gateFell(gate)]),
  ];
}
