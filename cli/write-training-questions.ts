import { loadPack } from '../activities/load-pack.ts';
import { normalize } from '../knowledge/answering/text/normalize.ts';
import { createRelativeText } from '../knowledge/answering/text/relative.ts';
import { readTrainingQuestions } from './training-questions.ts';

/** Prints what `train.py` reads: a line that names the corpus, then each question as the language model will see it. */
const { questions, digest } = readTrainingQuestions();
const pack = await loadPack('jiangsu-2022');
const relative = createRelativeText(pack);
const listed = pack.faq.flatMap((entry) =>
  [...entry.questions, ...entry.questionsEn].map((question) => ({ label: entry.topic, question })),
);
const seen = new Set<string>();
console.log(JSON.stringify({ corpus: digest }));
for (const { label, question } of [...listed, ...questions]) {
  const text = relative(normalize(question));
  if (seen.has(text)) continue;
  seen.add(text);
  console.log(JSON.stringify({ label, text }));
}
