import { readFileSync } from 'node:fs';
import { loadPack } from '../../activities/load-pack.ts';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

export interface Expected {
  question: string;
  outcome: string;
  /** More than one where either is right. */
  topics: string[];
}

export interface Score {
  ours: number;
  /** Share of our questions answered with the right topic, and of those answered at all. */
  rightOfOurs: number;
  rightOfAnswered: number;
  answered: number;
  clarified: number;
  foreign: number;
  refused: number;
  /** Share of all questions answered with the wrong topic or answered though foreign. */
  wrongConfident: number;
  misses: string[];
}

export async function openAnswerer(): Promise<{ pack: PolicyPack; answerer: PolicyAnswerer }> {
  const pack = await loadPack('jiangsu-2022');
  return { pack, answerer: createPolicyAnswerer(pack, await createSegmenter(domainWords(pack)), await loadLanguageModel()) };
}

export function readExpected(file: URL): Expected[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [question = '', outcome = '', topic = ''] = line.split('\t');
      return { question, outcome, topics: topic.split('|').filter((id) => id !== '') };
    });
}

export function evaluate(answerer: PolicyAnswerer, expected: Expected[]): Score {
  const counts = { ours: 0, right: 0, answered: 0, clarified: 0, foreign: 0, refused: 0, wrong: 0 };
  const misses: string[] = [];
  for (const { question, outcome, topics } of expected) {
    const given = answerer.ask(question);
    const right =
      outcome === 'answer'
        ? given.outcome === 'answer' && given.topic !== null && topics.includes(given.topic)
        : outcome === 'clarify'
          ? given.outcome === 'clarify' || (given.topic !== null && topics.includes(given.topic))
          : given.outcome === outcome;
    if (!right) {
      const first = given.explain?.[0];
      const because = (first?.topics ?? []).map((t) => `${t.id} ${t.score.toFixed(1)}`).join(', ');
      const against = (first?.subjects ?? []).map((s) => `${s.id} ${s.score.toFixed(1)}`).join(', ');
      misses.push(
        `${question} -> expected ${outcome} ${topics.join('|')}, got ${given.outcome} ${given.topic ?? ''} [${because}] [${against}]`,
      );
    }
    if (outcome === 'answer') {
      counts.ours++;
      if (right) counts.right++;
      if (given.outcome === 'answer') counts.answered++;
      if (given.outcome === 'clarify') counts.clarified++;
    }
    if (outcome === 'handoff') {
      counts.foreign++;
      if (given.outcome === 'handoff') counts.refused++;
    }
    if (given.outcome === 'answer' && !right) counts.wrong++;
  }
  return {
    ours: counts.ours,
    rightOfOurs: counts.right / counts.ours,
    rightOfAnswered: counts.right / counts.answered,
    answered: counts.answered / counts.ours,
    clarified: counts.clarified / counts.ours,
    foreign: counts.foreign,
    refused: counts.refused / counts.foreign,
    wrongConfident: counts.wrong / expected.length,
    misses,
  };
}
