import type { Citation, Locale } from '../answering/types.ts';
import { reportedSteps } from '../enrollment/state.ts';
import type { ReportedStep } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';
import type { TopicId } from '../topics.ts';
import type { PolicyPack, StepGuide } from './schema.ts';
import { factAt, fillStep, fillTemplate } from './template.ts';

export { formatUsd } from './amounts.ts';

/** Where a group of facts comes from, for showing. */
export function citationOf(
  pack: PolicyPack,
  cited: { source: string; section: string },
  locale: Locale,
): Citation {
  const source = pack.sources.find((s) => s.id === cited.source);
  return {
    section: cited.section,
    source: source?.title[locale] ?? cited.source,
    date: source?.date ?? textsFor(locale).pack.unstated,
  };
}

/** One line to show small under an answer. */
export const formatCitation = (citation: Citation, locale: Locale): string =>
  textsFor(locale).pack.citation(citation);

/**
 * The guide of the page that comes after what the firm reported. Before the first report that is the first page
 * on which something is reported; after the last one, what happens next.
 */
export function stepGuideFor(pack: PolicyPack, reportedStep: ReportedStep | null): StepGuide {
  const done = reportedStep === null ? -1 : reportedSteps.indexOf(reportedStep);
  const next = pack.steps.find((s) => s.reports !== null && reportedSteps.indexOf(s.reports) > done);
  const guide = next ?? pack.steps.at(-1);
  if (guide === undefined) throw new Error(`pack ${pack.id} has no steps`);
  return guide;
}

export const renderStepGuide = (
  pack: PolicyPack,
  guide: StepGuide,
  locale: Locale,
): { text: string; citation: Citation } => ({
  text: fillStep(guide, pack, locale).text,
  citation: citationOf(pack, guide, locale),
});

/** The pack's answer to a topic, filled from its facts. Throws when the pack has none: `checkPack` finds that before. */
export function renderFaq(
  pack: PolicyPack,
  topic: TopicId,
  locale: Locale,
): { short: string; details: string[]; citations: Citation[] } {
  const entry = pack.faq.find((e) => e.topic === topic);
  if (entry === undefined) throw new Error(`pack ${pack.id} has no answer for ${topic}`);
  const fill = (text: { 'zh-CN': string; en: string }): string =>
    fillTemplate(text[locale], pack, locale).text;
  return {
    short: fill(entry.short),
    details: entry.details.map(fill),
    citations: citationsOf(pack, entry.cites, locale),
  };
}

function citationsOf(pack: PolicyPack, paths: string[], locale: Locale): Citation[] {
  const seen = new Map<string, Citation>();
  for (const path of paths) {
    const group = factAt(pack, path);
    if (!isCited(group)) continue;
    seen.set(`${group.source}/${group.section}`, citationOf(pack, group, locale));
  }
  return [...seen.values()];
}

/** Whether a group of facts names its source. */
export const isCited = (group: unknown): group is { source: string; section: string } =>
  typeof group === 'object' &&
  group !== null &&
  'source' in group &&
  typeof group.source === 'string' &&
  'section' in group &&
  typeof group.section === 'string';
