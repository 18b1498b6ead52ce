import type { Locale } from '../../knowledge/answering/types.ts';
import type { SaveResult } from '../../activities/ports/knowledge-desk.ts';
import { diffPacks } from '../../knowledge/packs/diff.ts';
import type { PackIssue } from '../../knowledge/packs/issues.ts';
import { renderDifference } from '../../knowledge/packs/render-difference.ts';
import { renderIssue } from '../../knowledge/packs/render-issue.ts';
import type { RevisionRefusal } from '../../knowledge/packs/revision-refusals.ts';
import { policyPackSchema } from '../../knowledge/packs/schema.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { inBoth } from './both.ts';
import { Refused } from './refusals.ts';

type Both = Record<'zh' | 'en', string>;
export type ShownIssue = Both & { path: string; topic: string | null };

const bothOf = (say: (locale: Locale) => string): Both => ({ zh: say('zh-CN'), en: say('en') });

/** Null for a content that has not the form of a pack. */
export function parsed(content: unknown): PolicyPack | null {
  const result = policyPackSchema.safeParse(content);
  return result.success ? result.data : null;
}

/** As the pages put it beside the field that it is of. */
export const issuesOf = (issues: readonly PackIssue[], content: unknown): ShownIssue[] =>
  issues.map((issue) => {
    const path = 'path' in issue ? issue.path : '';
    // Where it is, the page shows by where it puts it.
    const words = bothOf((locale) => withoutPath(renderIssue(issue, locale), path));
    const inFaq = /^faq\.(\d+)\.?(.*)$/.exec(path);
    if (inFaq !== null) {
      return { ...words, topic: topicAt(content, Number(inFaq[1])), path: inFaq[2] ?? '' };
    }
    const topic = 'topic' in issue ? issue.topic : null;
    return { ...words, topic, path: topic === null ? path : 'questions' };
  });

const withoutPath = (words: string, path: string): string =>
  path !== '' && words.startsWith(path) ? words.slice(path.length).replace(/^(?:：|: )/u, '') : words;

function topicAt(content: unknown, index: number): string | null {
  const faq = (content as { faq?: unknown } | null)?.faq;
  const entry: unknown = Array.isArray(faq) ? faq[index] : undefined;
  return typeof entry === 'object' && entry !== null && 'topic' in entry ? String(entry.topic) : null;
}

/** Throws `Refused` where one of them has not the form of a pack any more. */
export function differencesOf(from: unknown, to: unknown): Both[] {
  const [before, after] = [parsed(from), parsed(to)];
  if (before === null || after === null) throw new Refused('notFound');
  return diffPacks(before, after).map((one) => bothOf((locale) => renderDifference(one, locale)));
}

export const refusalOf = (code: RevisionRefusal): Both & { code: string } => ({
  code,
  ...inBoth((t) => t.packRevisions.refusals[code]),
});

/** What became of a draft; `since` is asked for where somebody else was quicker. */
export async function savedOf(
  result: SaveResult,
  {
    content,
    since,
    conflicts = [],
  }: { content: unknown; since: () => Promise<Both[]>; conflicts?: string[] },
) {
  if (result.saved) {
    const { number, issues } = result;
    return { number, refusal: null, issues: issuesOf(issues, content), conflicts, since: [] };
  }
  const issues = result.why === 'invalid' ? issuesOf(result.issues, content) : [];
  return {
    ...{ number: null, refusal: refusalOf(result.why), issues, conflicts },
    since: result.why === 'moved' ? await since() : [],
  };
}
