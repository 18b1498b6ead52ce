import type { Baseline, Changes } from '../../../knowledge/evaluation/baseline.ts';
import type { Report, Summary } from '../../../knowledge/evaluation/report.ts';
import type { Texts } from '../../../knowledge/locales/index.ts';
import { inBothLanguages } from '../../both-languages.ts';
import { tableLines } from '../../table.ts';
import { percent } from './percent.ts';

const counts = ['ours', 'foreign'] as const;
const shares = ['right', 'answered', 'rightOfAnswered', 'clarified', 'refused', 'wrongConfident'] as const;

/** A report in lines, in both languages. */
export const reportLines = (report: Report, baseline: Baseline | null): string[] => [
  ...metrics(report.summary, baseline),
  ...groups(report),
  ...topics(report),
  ...confusions(report),
  ...calibration(report),
  ...latency(report),
];

/** Which answers became wrong or right since the baseline. */
export const changeLines = ({ worse, better, unknown }: Changes): string[] => [
  inBothLanguages((t) => t.evaluation.changes({ worse: worse.length, better: better.length, unknown })),
  ...worse.map((change) => inBothLanguages((t) => t.evaluation.worse(change))),
  ...better.map((change) => inBothLanguages((t) => t.evaluation.better(change))),
];

function table(header: (texts: Texts['evaluation']) => string[], width: number, rows: string[][]): string[] {
  const titles = Array.from({ length: width }, (_, i) =>
    inBothLanguages((t) => header(t.evaluation)[i] ?? ''),
  );
  return [...tableLines(titles, rows), ''];
}

function metrics(summary: Summary, baseline: Baseline | null): string[] {
  const row = (name: keyof Summary, show: (value: number) => string): string[] => [
    inBothLanguages((t) => t.evaluation.metrics[name]),
    show(summary[name]),
    baseline === null ? '' : show(baseline.summary[name]),
  ];
  return table((t) => t.metricHeader, baseline === null ? 2 : 3, [
    ...counts.map((name) => row(name, String)),
    ...shares.map((name) => row(name, percent)),
  ]);
}

const groups = (report: Report): string[] =>
  table(
    (t) => t.groupHeader,
    6,
    report.groups.map((row) => [
      inBothLanguages((t) => t.evaluation.groups[row.group]),
      String(row.count),
      percent(row.right),
      percent(row.answered),
      percent(row.rightOfAnswered),
      percent(row.clarified),
    ]),
  );

const topics = (report: Report): string[] =>
  table(
    (t) => t.topicHeader,
    5,
    report.topics.map((row) => [
      row.topic,
      String(row.count),
      percent(row.right / row.count),
      String(row.clarified),
      String(row.handedOver),
    ]),
  );

const confusions = (report: Report): string[] =>
  table(
    (t) => t.confusionHeader,
    4,
    report.confusions.map(({ expected, given, questions }) => [
      expected,
      given,
      String(questions.length),
      questions[0] ?? '',
    ]),
  );

const calibration = (report: Report): string[] => [
  ...table(
    (t) => t.calibrationHeader,
    4,
    report.calibration.map((row) => [
      `${row.from.toFixed(1)}-`,
      String(row.count),
      percent(row.meanConfidence),
      percent(row.right),
    ]),
  ),
  inBothLanguages((t) => t.evaluation.calibrationError({ error: percent(report.calibrationError) })),
];

function latency({ latency: { p50, p99, most } }: Report): string[] {
  const ms = (value: number): string => value.toFixed(2);
  return [inBothLanguages((t) => t.evaluation.latency({ p50: ms(p50), p99: ms(p99), most: ms(most) }))];
}
