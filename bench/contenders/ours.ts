import type { Answer, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { Contender, Hit } from '../contender.ts';

/** Our answerer. It holds the pack and what its model learnt, so it is given no texts. */
export const openOurs = (answerer: PolicyAnswerer): Contender => ({
  name: 'tongbao',
  texts: 0,
  search: (question) => hitsOf(answerer.ask(question)),
});

/** Its own order: what it answers, before what it asks back, before what it hands over; in each the surer first. */
function hitsOf({ outcome, topic, confidence, alternatives, explain }: Answer): Hit[] {
  if (outcome === 'smalltalk') return [];
  if (outcome === 'answer') return topic === null ? [] : [{ label: topic, score: 1 + confidence }];
  const best = explain?.[0]?.topics[0]?.id ?? alternatives[0];
  if (best === undefined) return [];
  const sure = outcome === 'clarify' ? 1 + confidence : 1 - confidence;
  return [{ label: best, score: sure / 2 }];
}
