import { readFileSync } from 'node:fs';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { loadPack } from '../../activities/load-pack.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { parseExpected } from '../../knowledge/evaluation/expected.ts';
import type { Expected } from '../../knowledge/evaluation/expected.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

export async function openAnswerer(): Promise<{ pack: PolicyPack; answerer: PolicyAnswerer }> {
  const pack = await loadPack('jiangsu-2022');
  const segment = await createSegmenter(domainWords(pack));
  return { pack, answerer: createPolicyAnswerer(pack, segment, await loadLanguageModel()) };
}

/** A question set of this folder. Throws where a line is faulty. */
export function readSet(name: string): Expected[] {
  const { expected, faulty } = parseExpected(readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8'));
  if (faulty.length > 0) throw new Error(`${name}: ${JSON.stringify(faulty)}`);
  return expected;
}
