import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../knowledge/answering/language-model/training/questions/', import.meta.url);

/** What a folder holds, as the class that the model learns: a file each, named by topic or subject, a question a line. */
const classOf: Record<string, (name: string) => string> = {
  topics: (topic) => topic,
  unstated: (topic) => `unstated:${topic}`,
  foreign: (subject) => subject,
};

interface TrainingQuestion {
  label: string;
  question: string;
}

/** The questions that the language model learns from, and a digest by which its weights name them. */
export function readTrainingQuestions(): { questions: TrainingQuestion[]; digest: string } {
  const hash = createHash('sha256');
  const questions = Object.entries(classOf).flatMap(([kind, labelOf]) =>
    readdirSync(new URL(`${kind}/`, folder))
      .sort()
      .flatMap((file) => {
        const text = readFileSync(new URL(`${kind}/${file}`, folder), 'utf8');
        const label = labelOf(file.replace(/\.txt$/, ''));
        hash.update(`${label}\n${text}`);
        return text
          .split('\n')
          .filter((question) => question !== '')
          .map((question) => ({ label, question }));
      }),
  );
  return { questions, digest: hash.digest('hex') };
}
