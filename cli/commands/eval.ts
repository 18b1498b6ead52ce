import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { baselineSchema, compareWith, toBaseline } from '../../knowledge/evaluation/baseline.ts';
import type { Baseline } from '../../knowledge/evaluation/baseline.ts';
import { judgeAnswers } from '../../knowledge/evaluation/evaluate.ts';
import { reportOn } from '../../knowledge/evaluation/report.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { loadAnswerer } from '../app/load-answerer.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { readEvaluationFile, readSets } from '../question-sets.ts';
import { readLeast, refuseBelow } from './eval/least.ts';
import { changeLines, reportLines } from './eval/print.ts';

interface Options {
  baseline?: string;
  save?: string;
  json?: true;
  least?: string;
}

/** `tongbao eval`: how good the answers are on questions whose right answer is known. */
export function register(program: Command, context: CliContext): void {
  const described = (of: (texts: Texts) => string): string => inBothLanguages(of);
  program
    .command('eval')
    .description(described((t) => t.evaluation.help.summary))
    .argument(
      '<files...>',
      described((t) => t.evaluation.help.files),
    )
    .option(
      '--baseline <file>',
      described((t) => t.evaluation.help.baseline),
    )
    .option(
      '--save <file>',
      described((t) => t.evaluation.help.save),
    )
    .option(
      '--least <shares>',
      described((t) => t.evaluation.help.least),
    )
    .option(
      '--json',
      described((t) => t.evaluation.help.json),
    )
    .action((files: string[], options: Options) => evaluate(context, files, options));
}

async function evaluate(context: CliContext, files: string[], options: Options): Promise<void> {
  const least = readLeast(options.least ?? '');
  const expected = await readSets(files);
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const answerer = await loadAnswerer(await context.loadPack());
  // The first round lets the engine compile the hot paths; only the second is timed.
  judgeAnswers(answerer, expected.slice(0, 200), () => 0);
  const judgements = judgeAnswers(answerer, expected, () => performance.now());
  const report = reportOn(judgements);
  const changes = baseline === null ? null : compareWith(baseline, judgements);
  if (options.json === true) context.out(JSON.stringify({ ...report, changes }));
  else {
    const lines = [...reportLines(report, baseline), ...(changes === null ? [] : changeLines(changes))];
    for (const line of lines) context.out(line);
  }
  if (options.save !== undefined) {
    const saved = JSON.stringify(toBaseline(report.summary, judgements), null, 1);
    await writeFile(options.save, `${saved}\n`);
    if (options.json !== true) {
      context.out(inBothLanguages((t) => t.evaluation.saved({ file: options.save ?? '' })));
    }
  }
  refuseBelow(least, report.summary);
}

async function readBaseline(file: string): Promise<Baseline> {
  const text = await readEvaluationFile(file);
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw userError((t) => t.evaluation.baselineBad({ file }), cause);
  }
}
