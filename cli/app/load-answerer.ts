import { loadLanguageModel } from '../../activities/language-model.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import type { ServedPack } from '../../knowledge/answering/choose-pack.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import { createPackRouter } from '../../knowledge/answering/pack-router.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** Answers from the pack, and from the others where a question is for one of them. All share segmenter and model. */
export async function loadAnswerer(
  pack: PolicyPack,
  others: readonly PolicyPack[] = [],
): Promise<PolicyAnswerer> {
  // The words of all packs at once: taught later, they would change how the same question is cut.
  const segment = await createSegmenter([pack, ...others].flatMap(domainWords));
  const model = await loadLanguageModel();
  const served = (one: PolicyPack): ServedPack => {
    const options = { checks: one === pack };
    let built: PolicyAnswerer | null = null;
    return { pack: one, answerer: () => (built ??= createPolicyAnswerer(one, segment, model, options)) };
  };
  const own = served(pack);
  // Everybody asks of this one; the others are built when they are first asked.
  own.answerer();
  return createPackRouter(own, others.map(served));
}
