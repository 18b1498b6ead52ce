import type { z } from 'zod';
import { checkFilled, isPlaceholder } from './check-filled.ts';
import { checkFaq } from './check-faq.ts';
import { checkSteps } from './check-steps.ts';
import { packLocales } from './issues.ts';
import type { PackIssue } from './issues.ts';
import { isCited } from './render.ts';
import { longestPackId, policyPackSchema } from './schema.ts';
import type { PolicyPack } from './schema.ts';
import { factAt } from './template.ts';

export type { PackIssue } from './issues.ts';

/** Everything that is wrong with a pack as its files say it; empty when nothing is. A pack that does not fit the schema is checked no further. */
export function checkPack(raw: unknown): PackIssue[] {
  const parsed = policyPackSchema.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map((issue) => schemaIssue(issue, raw));
  const pack = parsed.data;
  // Also of parts that are not filled in yet: an author sees at once all that there is to do.
  return [...checkFilled(pack), ...checkFacts(pack), ...checkSteps(pack), ...checkFaq(pack)];
}

function schemaIssue(issue: z.core.$ZodIssue, raw: unknown): PackIssue {
  const path = issue.path.join('.');
  const isText = packLocales.some((locale) => issue.path.at(-1) === locale);
  const value = issue.path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
  if (issue.code === 'too_big' && ['id', 'renewal.nextPack'].includes(path))
    return { code: 'idTooLong', path, id: String(value), longest: longestPackId };
  return isText && (value === undefined || value === '')
    ? { code: 'textMissing', path }
    : { code: 'schema', path: path === '' ? '.' : path, detail: issue.message };
}

function checkFacts(pack: PolicyPack): PackIssue[] {
  const issues: PackIssue[] = [];
  const { lowerUsd, upperUsd } = pack.eligibility;
  if (lowerUsd !== null && upperUsd !== null && lowerUsd > upperUsd) {
    issues.push({ code: 'boundsOrder', lowerUsd, upperUsd });
  }
  const period = pack.application.policyPeriod;
  if (period !== null && period.from > period.to) issues.push({ code: 'periodOrder', ...period });
  pack.amendments.forEach(({ path: field, after }, index) => {
    if (factAt(pack, field) !== after) {
      issues.push({ code: 'amendmentStale', path: `amendments.${index}`, field, after: String(after) });
    }
  });
  walk(pack, '', (value, path) => {
    if (isCited(value)) issues.push(...checkCitation(pack, value, path));
    if (isText(value)) issues.push(...blankTexts(value, path));
  });
  const people = pack.contacts.operation.map((p, i) => [`contacts.operation.${i}.city`, p.city] as const);
  const group = pack.qqGroup === null ? [] : [['qqGroup.city', pack.qqGroup.city] as const];
  for (const [path, city] of [...people, ...group]) {
    // A city that nobody has filled in is listed as such.
    if (!pack.cities.includes(city) && !isPlaceholder(city)) issues.push({ code: 'cityUnknown', path, city });
  }
  return issues;
}

function checkCitation(
  pack: PolicyPack,
  cited: { source: string; section: string },
  path: string,
): PackIssue[] {
  const source = pack.sources.find((s) => s.id === cited.source);
  if (source === undefined) return [{ code: 'sourceUnknown', path, source: cited.source }];
  if (source.sections.includes(cited.section)) return [];
  return [{ code: 'sectionUnknown', path, section: cited.section }];
}

const isText = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && packLocales.every((locale) => locale in value);

const blankTexts = (text: Record<string, string>, path: string): PackIssue[] =>
  packLocales
    .filter((locale) => text[locale]?.trim() === '')
    .map((locale) => ({ code: 'textMissing', path: `${path}.${locale}` }));

function walk(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value, path);
  for (const [key, child] of Object.entries(value)) walk(child, path === '' ? key : `${path}.${key}`, visit);
}
