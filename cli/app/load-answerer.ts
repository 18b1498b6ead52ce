import { loadLanguageModel } from '../../activities/language-model.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** The pack's answerer, with the segmenter that it needs. */
export async function loadAnswerer(pack: PolicyPack): Promise<PolicyAnswerer> {
  return createPolicyAnswerer(pack, await createSegmenter(domainWords(pack)), await loadLanguageModel());
}
