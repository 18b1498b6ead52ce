import type { Command } from 'commander';
import type { Answer, Locale, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { languageOf } from '../../knowledge/answering/text/language.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { formatCitation } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { loadAnswerer } from '../app/load-answerer.ts';
import { loadServedPacks } from '../app/served-packs.ts';
import type { ServedPacks } from '../app/served-packs.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { publishedRevisions } from '../published-revisions.ts';
import { readLines } from '../read-lines.ts';

interface Options {
  json?: true;
  explain?: true;
  pack?: string;
}

/** `tongbao ask`: questions to the policy pack; needs no Temporal and no bot, and a database only for what the office published. */
export function register(program: Command, context: CliContext): void {
  program
    .command('ask')
    .description(inBothLanguages((t) => t.answering.askHelp.summary))
    .argument(
      '[question...]',
      inBothLanguages((t) => t.answering.askHelp.question),
    )
    .option(
      '--json',
      inBothLanguages((t) => t.answering.askHelp.json),
    )
    .option(
      '--explain',
      inBothLanguages((t) => t.answering.askHelp.explain),
    )
    .option(
      '--pack <id>',
      inBothLanguages((t) => t.answering.askHelp.pack),
    )
    .action((words: string[], options: Options) => ask(context, words.join(' '), options));
}

async function ask(context: CliContext, question: string, options: Options): Promise<void> {
  const fromInput = question.trim() === '';
  if (fromInput && options.json !== true) throw userError((t) => t.answering.nothingAsked);
  const { pack, others } = await packsFor(context, options);
  const answerer = await loadAnswerer(pack, others);
  const several = others.length > 0;
  if (options.json !== true) {
    print(context, answerer.ask(question), options);
    return;
  }
  warmUp(answerer, pack);
  const say = (asked: string): void =>
    context.out(JSON.stringify(toJson(answerer, asked, { ...options, several })));
  if (!fromInput) {
    say(question);
    return;
  }
  for await (const line of readLines(process.stdin)) if (line.trim() !== '') say(line);
}

/** A pack named with the question comes first; those of the settings may still be asked for by place and year. */
async function packsFor(context: CliContext, options: Options): Promise<ServedPacks> {
  const { settings } = context;
  const { mode, answerPackIds } = settings;
  const { pack: packId = settings.packId } = options;
  if (packId === settings.packId && answerPackIds.length === 0) {
    return { pack: await context.loadPack(), others: [] };
  }
  const others = [settings.packId, ...answerPackIds].filter((id) => id !== packId);
  const revisions = await publishedRevisions(settings, context);
  return loadServedPacks({ mode, packId, answerPackIds: others }, revisions);
}

/** Lets the engine compile the hot paths before the first question is timed. */
function warmUp(answerer: PolicyAnswerer, pack: PolicyPack): void {
  for (const entry of pack.faq) for (const asked of entry.questions.slice(0, 3)) answerer.ask(asked);
}

/** The public form of an answer: exactly these keys, in this order; `pack` only where several packs may answer. */
function toJson(
  answerer: PolicyAnswerer,
  asked: string,
  options: Options & { several: boolean },
): Record<string, unknown> {
  const started = performance.now();
  const answer = answerer.ask(asked);
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  const { question, outcome, topic, alternatives, text } = answer;
  return {
    question,
    outcome,
    topic,
    alternatives,
    parts: answer.parts.map((part) => ({ topic: part.topic, outcome: part.outcome })),
    text,
    citations: answer.citations.map(({ section, source, date }) => ({ section, source, date })),
    ms,
    ...(options.several ? { pack: answer.pack ?? null } : {}),
    ...(options.explain === true ? { explain: answer.explain ?? [] } : {}),
  };
}

function print(context: CliContext, answer: Answer, options: Options): void {
  const locale: Locale = languageOf(answer.question) ?? 'zh-CN';
  context.out(answer.text);
  for (const citation of answer.citations) context.out(formatCitation(citation, locale));
  if (options.explain !== true) return;
  const { outcomeNames } = textsFor(locale).answering;
  for (const part of answer.explain ?? []) {
    context.out('');
    context.out(
      `[${outcomeNames[part.outcome]}${part.subject === null ? '' : `: ${part.subject}`}] ${part.read}`,
    );
    for (const { id, score, because } of [...part.topics, ...part.subjects]) {
      context.out(`  ${score.toFixed(1)}  ${id}  <- ${because.join('; ')}`);
    }
  }
}
