import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { baselineSchema, compareWith, toBaseline } from '../../knowledge/evaluation/baseline.ts';
import type { Baseline } from '../../knowledge/evaluation/baseline.ts';
import { judgeAnswers } from '../../knowledge/evaluation/evaluate.ts';
import { reportOn } from '../../knowledge/evaluation/report.ts';
import type { Judgement } from '../../knowledge/evaluation/evaluate.ts';
import type { Report, Summary } from '../../knowledge/evaluation/report.ts';
import { parseExpected } from '../../knowledge/evaluation/expected.ts';
import type { Expected } from '../../knowledge/evaluation/expected.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { loadAnswerer } from '../app/load-answerer.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { tableLines } from '../table.ts';

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
  const expected = (await Promise.all(files.map(readSet))).flat();
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const answerer = await loadAnswerer(await context.loadPack());
  // The first round lets the engine compile the hot paths; only the second is timed.
  judgeAnswers(answerer, expected.slice(0, 200), () => 0);
  const judgements = judgeAnswers(answerer, expected, () => performance.now());
  const report = reportOn(judgements);
  const changes = baseline === null ? null : compareWith(baseline, judgements);
  if (options.json === true) context.out(JSON.stringify({ ...report, changes }));
  else print(context, report, judgements, baseline);
  if (options.save !== undefined) {
    const saved = JSON.stringify(toBaseline(report.summary, judgements), null, 1);
    await writeFile(options.save, `${saved}\n`);
    if (options.json !== true) say(context, (t) => t.evaluation.saved({ file: options.save ?? '' }));
  }
  refuseBelow(least, report.summary);
}

const say = (context: CliContext, of: (texts: Texts) => string): void => context.out(inBothLanguages(of));

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw userError((t) => t.evaluation.unreadable({ file }), cause);
  }
}

async function readSet(file: string): Promise<Expected[]> {
  const { expected, faulty } = parseExpected(await readText(file));
  const [first] = faulty;
  if (first !== undefined) throw userError((t) => t.evaluation.faultyLine({ file, ...first }));
  if (expected.length === 0) throw userError((t) => t.evaluation.noQuestions({ file }));
  return expected;
}

async function readBaseline(file: string): Promise<Baseline> {
  const text = await readText(file);
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw userError((t) => t.evaluation.baselineBad({ file }), cause);
  }
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const counts = ['ours', 'foreign'] as const;
const shares = ['right', 'answered', 'rightOfAnswered', 'clarified', 'refused', 'wrongConfident'] as const;

function print(
  context: CliContext,
  report: Report,
  judgements: readonly Judgement[],
  baseline: Baseline | null,
): void {
  const both = (of: (texts: Texts) => string): string => inBothLanguages(of);
  const table = (header: (t: Texts) => string[], width: number, rows: string[][]): void => {
    const titles = Array.from({ length: width }, (_, i) => both((t) => header(t)[i] ?? ''));
    for (const line of tableLines(titles, rows)) context.out(line);
    context.out('');
  };
  const metric = (name: keyof Summary, show: (value: number) => string): string[] => [
    both((t) => t.evaluation.metrics[name]),
    show(report.summary[name]),
    baseline === null ? '' : show(baseline.summary[name]),
  ];
  table((t) => t.evaluation.metricHeader, baseline === null ? 2 : 3, [
    ...counts.map((name) => metric(name, String)),
    ...shares.map((name) => metric(name, percent)),
  ]);
  table(
    (t) => t.evaluation.groupHeader,
    6,
    report.groups.map((row) => [
      both((t) => t.evaluation.groups[row.group]),
      String(row.count),
      percent(row.right),
      percent(row.answered),
      percent(row.rightOfAnswered),
      percent(row.clarified),
    ]),
  );
  table(
    (t) => t.evaluation.topicHeader,
    5,
    report.topics.map((row) => [
      row.topic,
      String(row.count),
      percent(row.right / row.count),
      String(row.clarified),
      String(row.handedOver),
    ]),
  );
  table(
    (t) => t.evaluation.confusionHeader,
    4,
    report.confusions.map(({ expected, given, questions }) => [
      expected,
      given,
      String(questions.length),
      questions[0] ?? '',
    ]),
  );
  table(
    (t) => t.evaluation.calibrationHeader,
    4,
    report.calibration.map((row) => [
      `${row.from.toFixed(1)}-`,
      String(row.count),
      percent(row.meanConfidence),
      percent(row.right),
    ]),
  );
  say(context, (t) => t.evaluation.calibrationError({ error: percent(report.calibrationError) }));
  const { p50, p99, most } = report.latency;
  const ms = (value: number): string => value.toFixed(2);
  say(context, (t) => t.evaluation.latency({ p50: ms(p50), p99: ms(p99), most: ms(most) }));
  if (baseline === null) return;
  const { worse, better, unknown } = compareWith(baseline, judgements);
  say(context, (t) => t.evaluation.changes({ worse: worse.length, better: better.length, unknown }));
  for (const change of worse) say(context, (t) => t.evaluation.worse(change));
  for (const change of better) say(context, (t) => t.evaluation.better(change));
}

const leastNames = {
  right: 'right',
  answered: 'answered',
  refused: 'refused',
  wrong: 'wrongConfident',
  clarified: 'clarified',
} as const satisfies Record<string, keyof Summary>;
/** Of these less is better. */
const mostNames: readonly (keyof Summary)[] = ['wrongConfident', 'clarified'];

function readLeast(text: string): Map<keyof Summary, number> {
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

function refuseBelow(least: Map<keyof Summary, number>, summary: Summary): void {
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
