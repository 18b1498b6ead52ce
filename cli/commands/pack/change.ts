import { contentOf } from '../../../activities/pack-revisions/contents.ts';
import type { RevisionPorts } from '../../../activities/pack-revisions/contents.ts';
import { publishRevision } from '../../../activities/pack-revisions/publish.ts';
import { mergeShipped, saveDraft, takeUpRevision } from '../../../activities/pack-revisions/save-draft.ts';
import { standingOf } from '../../../activities/pack-revisions/standing.ts';
import type { SaveResult } from '../../../activities/ports/knowledge-desk.ts';
import { hasPackForm, parseDraftPack } from '../../../activities/load-pack.ts';
import { diffPacks } from '../../../knowledge/packs/diff.ts';
import type { PackIssue } from '../../../knowledge/packs/issues.ts';
import { renderDifference } from '../../../knowledge/packs/render-difference.ts';
import { renderIssue } from '../../../knowledge/packs/render-issue.ts';
import type { RevisionRefusal } from '../../../knowledge/packs/revision-refusals.ts';
import { userError } from '../../both-languages.ts';
import type { CliContext } from '../../context.ts';
import { localeOf, textsOf } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import type { AnsweringThreads } from '../../app/answering/answering-threads.ts';
import { evaluateRevision } from '../../app/answering/evaluate-revision.ts';
import type { EvaluationParts } from '../../app/answering/evaluate-revision.ts';
import { comparisonLines } from './comparison-lines.ts';
import { readImport } from './files.ts';
import { parseRef, revisionPorts } from './ref.ts';

/** Where the packs are, and what they are evaluated with. */
export interface PackPlaces {
  folder: URL;
  sets: EvaluationParts['sets'];
  openThreads: () => AnsweringThreads;
}

export interface ChangeOptions extends LanguageOption {
  reason?: string;
  yes?: true;
  force?: true;
}

const by = 'cli';

/** Shows what would be served, and with `--yes` serves it. */
export async function publishPack(
  context: CliContext,
  given: string,
  options: ChangeOptions,
  places: PackPlaces,
): Promise<void> {
  const { parts, id, number } = await named(context, given, places);
  const { draft } = await standingOf(parts.ports, id);
  const wanted = number ?? draft;
  if (wanted === null) throw refusal('notDraft');
  if (await isConfirmed(context, parts.ports, { id, to: wanted }, options))
    await publish(context, parts, { id, number: wanted }, options);
}

export async function rollBackPack(
  context: CliContext,
  given: string,
  options: ChangeOptions,
  places: PackPlaces,
): Promise<void> {
  const { parts, id, number } = await named(context, given, places);
  const { ports } = parts;
  if (number === null) throw userError((t) => t.packRevisions.cli.badRef({ given }));
  if (!(await isConfirmed(context, ports, { id, to: number }, options))) return;
  const { base } = await standingOf(ports, id);
  const { reason = '' } = options;
  const result = await takeUpRevision(ports, { packId: id, basedOn: base, number, by, reason });
  const made = said(context, id, result, options);
  const { draft, published } = await standingOf(ports, id);
  if (draft === null) {
    // It is what is served: only the draft that there was is set aside.
    context.out(textsOf(options).packRevisions.cli.kept({ id, number: published }));
    return;
  }
  await publish(context, parts, { id, number: made }, options);
}

export async function importPack(
  context: CliContext,
  id: string,
  from: string,
  options: ChangeOptions,
  { folder }: PackPlaces,
): Promise<void> {
  const ports = await revisionPorts(context, folder);
  const content = await readImport(from);
  const { base } = await standingOf(ports, id);
  const { reason = '' } = options;
  const result = await saveDraft(ports, {
    ...{ packId: id, basedOn: base, kind: 'import', content, by, reason },
  });
  said(context, id, result, options);
}

/** A new version of the program brought other files: takes its changes into the office's revision. */
export async function mergePack(
  context: CliContext,
  id: string,
  options: ChangeOptions,
  { folder }: PackPlaces,
): Promise<void> {
  const ports = await revisionPorts(context, folder);
  const { shippedChanged, base } = await standingOf(ports, id);
  const { packRevisions: texts } = textsOf(options);
  if (!shippedChanged) {
    context.out(texts.cli.nothingToMerge({ id }));
    return;
  }
  const { reason = '' } = options;
  const { result, conflicts } = await mergeShipped(ports, { packId: id, basedOn: base, by, reason });
  said(context, id, result, options);
  if (conflicts.length > 0) context.out(texts.cli.conflicts({ paths: conflicts }));
}

/** A new version of the program brought other files: the office's revision stays as it is. */
export async function keepPack(
  context: CliContext,
  id: string,
  options: ChangeOptions,
  { folder, ...evaluation }: PackPlaces,
): Promise<void> {
  const ports = await revisionPorts(context, folder);
  const { published: number, shippedChanged } = await standingOf(ports, id);
  const { packRevisions: texts } = textsOf(options);
  if (!shippedChanged) {
    context.out(texts.cli.nothingToMerge({ id }));
    return;
  }
  await publish(context, { ports, ...evaluation }, { id, number }, options);
}

type PublishingParts = Omit<PackPlaces, 'folder'> & { ports: RevisionPorts };

/** The revision that a command names, and what publishing it takes. `number`: null where only the pack is named. */
async function named(
  context: CliContext,
  given: string,
  { folder, ...evaluation }: PackPlaces,
): Promise<{ parts: PublishingParts; id: string; number: number | null }> {
  const ports = await revisionPorts(context, folder);
  return { parts: { ports, ...evaluation }, ...parseRef(given) };
}

/** Shows what would be served; false where it was only to be shown. */
async function isConfirmed(
  context: CliContext,
  ports: RevisionPorts,
  wanted: { id: string; to: number },
  options: ChangeOptions,
): Promise<boolean> {
  await preview(context, ports, wanted, options);
  if (options.yes !== true) context.out(textsOf(options).packRevisions.cli.preview);
  return options.yes === true;
}

async function publish(
  context: CliContext,
  { ports, sets, openThreads }: PublishingParts,
  { id, number }: { id: string; number: number },
  options: ChangeOptions,
): Promise<void> {
  const { turn, published } = await standingOf(ports, id);
  const { reason = '', force = false } = options;
  const wanted = { packId: id, number, turn, by, reason, force };
  const { cli } = textsOf(options).packRevisions;
  const threads = openThreads();
  const result = await publishRevision(ports, wanted, async (from, to) => {
    context.out(cli.evaluating);
    const comparison = await evaluateRevision({ ports, threads, sets }, { packId: id, from, to });
    for (const line of comparisonLines(comparison, localeOf(options))) context.out(line);
    return comparison.gate.holds;
  }).finally(() => threads.close());
  if (!result.published) {
    if (result.why === 'issues') showIssues(context, result.issues, options);
    throw refusal(result.why);
  }
  context.out(number === published ? cli.kept({ id, number }) : cli.published({ id, number }));
}

async function preview(
  context: CliContext,
  ports: RevisionPorts,
  { id, to }: { id: string; to: number },
  options: ChangeOptions,
): Promise<void> {
  const { published } = await standingOf(ports, id);
  const parsed = async (number: number) => {
    const content = await contentOf(ports, id, number);
    if (content === null) throw userError((t) => t.packRevisions.cli.unknown({ id, number }));
    // Of an older version of the program it may not fit this one: what is wrong is wrong with this revision.
    return parseDraftPack(`${id}@${number}`, content);
  };
  const after = await parsed(to);
  const { cli } = textsOf(options).packRevisions;
  const before = await contentOf(ports, id, published);
  if (!hasPackForm(before)) {
    // Of a version of the program that wanted less: nothing can be compared with it, and it must be possible to leave it.
    context.out(cli.replacesUnusable({ id, from: published, to }));
    return;
  }
  const differences = diffPacks(parseDraftPack(id, before), after);
  context.out(cli.willPublish({ id, from: published, to, count: differences.length }));
  for (const one of differences) context.out(`- ${renderDifference(one, localeOf(options))}`);
}

/** Says what became of it; the number of the new revision. Throws `UserError` where there is none. */
function said(context: CliContext, id: string, result: SaveResult, options: ChangeOptions): number {
  if (!result.saved) {
    if (result.why === 'invalid') showIssues(context, result.issues, options);
    throw refusal(result.why);
  }
  const { number, issues } = result;
  showIssues(context, issues, options);
  context.out(textsOf(options).packRevisions.cli.saved({ id, number, issues: issues.length }));
  return number;
}

function showIssues(context: CliContext, issues: readonly PackIssue[], options: ChangeOptions): void {
  for (const issue of issues) context.out(`- ${renderIssue(issue, localeOf(options))}`);
}

const refusal = (why: RevisionRefusal) => userError((t) => t.packRevisions.refusals[why]);
