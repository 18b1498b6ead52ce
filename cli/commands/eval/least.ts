import type { Summary } from '../../../knowledge/evaluation/report.ts';
import { userError } from '../../both-languages.ts';
import { percent } from './percent.ts';

/** What a run must reach, as `--least` names it. */
export type Least = ReadonlyMap<keyof Summary, number>;

const leastNames = {
  right: 'right',
  answered: 'answered',
  refused: 'refused',
  wrong: 'wrongConfident',
  clarified: 'clarified',
} as const satisfies Record<string, keyof Summary>;
/** Of these less is better. */
const mostNames: readonly (keyof Summary)[] = ['wrongConfident', 'clarified'];

/** `right=0.95,wrong=0.02`. Throws `UserError` for what it does not know. */
export function readLeast(text: string): Least {
  const least = new Map<keyof Summary, number>();
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [name = '', value = ''] = part.split('=').map((piece) => piece.trim());
    const known = Object.entries(leastNames).find(([key]) => key === name)?.[1];
    const number = Number(value);
    if (known === undefined || value === '' || !(number >= 0 && number <= 1)) {
      throw userError((t) => t.evaluation.leastBad({ said: part }));
    }
    least.set(known, number);
  }
  return least;
}

/** Throws `UserError` for the first that was not reached. */
export function refuseBelow(least: Least, summary: Summary): void {
  for (const [name, bound] of least) {
    const value = summary[name];
    const most = mostNames.includes(name);
    if (most ? value <= bound : value >= bound) continue;
    throw userError((t) =>
      t.evaluation.belowLeast({
        name: t.evaluation.metrics[name],
        value: percent(value),
        least: `${most ? '≤' : '≥'} ${percent(bound)}`,
      }),
    );
  }
}
