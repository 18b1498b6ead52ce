import { parseDraftPack } from '../../activities/load-pack.ts';
import type { AnsweringThreads } from '../../cli/app/answering/answering-threads.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';

/** The same answers without a thread: to start some for each command takes a test's time. */
export const answeringHere = (): AnsweringThreads => ({
  ask: async ({ packId, content }, questions) => {
    const answerer = await loadAnswerer(parseDraftPack(packId, content));
    return questions.map(({ question, locale }) => answerer.ask(question, locale));
  },
  close: async () => undefined,
});
