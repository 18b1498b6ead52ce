import type { Texts } from '../../../knowledge/locales/index.ts';
import { checkPack } from '../../../knowledge/packs/check.ts';
import { renderIssue } from '../../../knowledge/packs/render-issue.ts';
import { isCited } from '../../../knowledge/packs/render.ts';
import { inBothLanguages, userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { readRef } from './ref.ts';

/** Says what is wrong with a pack, or what still has to be filled in; fails when there is anything. */
export async function checkPackFiles(id: string, context: CliContext, folder: URL): Promise<void> {
  const raw = await readRef(context, id, folder);
  const issues = checkPack(raw);
  const counts = countParts(raw);
  const say = (of: (texts: Texts) => string): void => context.out(inBothLanguages(of));
  say((t) => t.pack.check.checked({ id, ...counts }));
  for (const issue of issues) {
    context.out(`- ${renderIssue(issue, 'zh-CN')} / ${renderIssue(issue, 'en')}`);
  }
  if (issues.length > 0) throw userError((t) => t.pack.check.failed({ id, count: issues.length }));
  say((t) => t.pack.check.fine);
}

/** How much there was to check; the pack may be malformed, so nothing is taken for granted. */
function countParts(raw: unknown): { facts: number; steps: number; topics: number; questions: number } {
  const record = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const listAt = (of: unknown, key: string): unknown[] => {
    const value = typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[key] : undefined;
    return Array.isArray(value) ? (value as unknown[]) : [];
  };
  const faq = listAt(record, 'faq');
  return {
    facts: Object.values(record).filter(isCited).length,
    steps: listAt(record, 'steps').length,
    topics: faq.length,
    questions: faq.reduce<number>(
      (n, e) => n + listAt(e, 'questions').length + listAt(e, 'questionsEn').length,
      0,
    ),
  };
}
