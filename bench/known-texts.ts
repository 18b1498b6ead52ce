import { readTrainingQuestions } from '../cli/training-questions.ts';
import { renderFaq } from '../knowledge/packs/render.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import { topicIds } from '../knowledge/topics.ts';
import type { LabelledText } from './contender.ts';

/** What the pack says: each question that its FAQ lists, and each answer in both languages. */
export function packTexts(pack: PolicyPack): LabelledText[] {
  return pack.faq.flatMap(({ topic, questions, questionsEn }) => {
    const answers = (['zh-CN', 'en'] as const).map((locale) => {
      const { short, details } = renderFaq(pack, topic, locale);
      return [short, ...details].join('\n');
    });
    return [...questions, ...questionsEn, ...answers].map((text) => ({ label: topic, group: topic, text }));
  });
}

/** The questions that our language model learnt from. What belongs to no topic of the pack is `foreign`. */
export function trainingTexts(): LabelledText[] {
  return readTrainingQuestions().questions.map(({ label, question }) => ({
    label: topicIds.find((topic) => topic === label) ?? 'foreign',
    group: label,
    text: question,
  }));
}
