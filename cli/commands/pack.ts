import type { Command } from 'commander';
import { readPackFiles } from '../../activities/load-pack.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { checkPack } from '../../knowledge/packs/check.ts';
import { renderIssue } from '../../knowledge/packs/render-issue.ts';
import { isCited } from '../../knowledge/packs/render.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';

/** `tongbao pack check [id]`: exits with an error when the pack has issues. */
export function register(program: Command, context: CliContext): void {
  const pack = program.command('pack').description(inBothLanguages((t) => t.pack.help.pack));
  pack
    .command('check')
    .description(inBothLanguages((t) => t.pack.help.check))
    .argument(
      '[id]',
      inBothLanguages((t) => t.pack.help.id),
    )
    .action((id: string | undefined) => check(id ?? context.settings.packId, context));
}

async function check(id: string, context: CliContext): Promise<void> {
  const raw = await readPackFiles(id);
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
