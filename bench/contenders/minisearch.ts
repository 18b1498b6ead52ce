import MiniSearch from 'minisearch';
import type { Segment } from '../../knowledge/answering/types.ts';
import { mostHits } from '../contender.ts';
import type { Hit, LabelledText, OpenContender } from '../contender.ts';
import { wordsOf } from '../plain-text.ts';

/** MiniSearch (BM25+) over jieba's words. */
export const miniSearchWith =
  (segment: Segment): OpenContender =>
  (texts) => {
    const index = new MiniSearch<LabelledText & { id: number }>({
      fields: ['text'],
      tokenize: (text) => wordsOf(text, segment),
    });
    index.addAll(texts.map((text, id) => ({ ...text, id })));
    const hitOf = ({ id, score }: { id: unknown; score: number }): Hit => ({
      label: texts[Number(id)]?.label ?? 'foreign',
      score,
    });
    return {
      name: 'MiniSearch + jieba',
      texts: texts.length,
      search: (question) => index.search(question).slice(0, mostHits).map(hitOf),
    };
  };
