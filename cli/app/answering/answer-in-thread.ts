import { parentPort, workerData } from 'node:worker_threads';
import { parseDraftPack } from '../../../activities/load-pack.ts';
import type { Answer } from '../../../knowledge/answering/types.ts';
import { loadAnswerer } from '../load-answerer.ts';
import type { ThreadQuestions, ThreadReply } from './thread-messages.ts';

/** Answers from one pack in a thread of its own: the segmenter's words are those of this pack alone, and nobody waits meanwhile. */
const { packId, content } = workerData as { packId: string; content: unknown };
const answerer = await loadAnswerer(parseDraftPack(packId, content));
const port = parentPort;
if (port === null) throw new Error('this runs in a thread');

const reportEvery = 50;

port.on('message', ({ id, questions }: ThreadQuestions) => {
  const say = (reply: ThreadReply): void => port.postMessage(reply);
  const answers: (Answer | null)[] = [];
  for (const { question, locale } of questions) {
    try {
      answers.push(answerer.ask(question, locale));
    } catch {
      // An answer that the draft lacks; `check` names it.
      answers.push(null);
    }
    if (answers.length % reportEvery === 0) say({ id, kind: 'progress', done: answers.length });
  }
  say({ id, kind: 'done', answers });
});
