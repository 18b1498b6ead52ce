import { Worker } from 'node:worker_threads';
import { hashOf } from '../../../activities/pack-revisions/contents.ts';
import type { Answer } from '../../../knowledge/answering/types.ts';
import type { ThreadQuestions, ThreadReply } from './thread-messages.ts';

/** Answers from packs that are not served, each in a thread of its own, so that the bot is not kept waiting. */
export interface AnsweringThreads {
  /** Null for a question that the pack fails at. */
  ask(
    of: { packId: string; content: unknown },
    questions: ThreadQuestions['questions'],
    progress?: (done: number) => void,
  ): Promise<(Answer | null)[]>;
  close(): Promise<void>;
}

/** What is served and what is drafted. */
const mostThreads = 2;
const idleMs = 60_000;

interface Waiting {
  done: (answers: (Answer | null)[]) => void;
  fail: (error: Error) => void;
  progress: (done: number) => void;
}
interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  timer: NodeJS.Timeout | null;
}

export function createAnsweringThreads(): AnsweringThreads {
  const threads = new Map<string, Thread>();
  let asked = 0;

  const end = async (key: string): Promise<void> => {
    const thread = threads.get(key);
    threads.delete(key);
    if (thread?.timer != null) clearTimeout(thread.timer);
    await thread?.worker.terminate();
  };
  const makeRoom = async (): Promise<void> => {
    const idle = [...threads].find(([, { waiting }]) => waiting.size === 0);
    if (threads.size >= mostThreads && idle !== undefined) await end(idle[0]);
  };
  const start = (key: string, workerData: unknown): Thread => {
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData });
    const thread: Thread = { worker, waiting: new Map(), timer: null };
    const failAll = (error: Error): void => {
      for (const { fail } of thread.waiting.values()) fail(error);
      thread.waiting.clear();
      if (threads.get(key) === thread) threads.delete(key);
    };
    worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => failAll(new Error('the answering thread ended')));
    worker.on('message', (reply: ThreadReply) => {
      const waiting = thread.waiting.get(reply.id);
      if (reply.kind === 'progress') {
        waiting?.progress(reply.done);
        return;
      }
      thread.waiting.delete(reply.id);
      waiting?.done(reply.answers);
      if (thread.waiting.size > 0) return;
      worker.unref();
      thread.timer = setTimeout(() => void end(key), idleMs);
      thread.timer.unref();
    });
    threads.set(key, thread);
    return thread;
  };

  return {
    async ask({ packId, content }, questions, progress = () => undefined) {
      const key = `${packId} ${hashOf(content)}`;
      if (!threads.has(key)) await makeRoom();
      const thread = threads.get(key) ?? start(key, { packId, content });
      if (thread.timer !== null) clearTimeout(thread.timer);
      thread.timer = null;
      // A command ends when nothing is waited for: what is asked is.
      thread.worker.ref();
      const id = (asked += 1);
      return new Promise((done, fail) => {
        thread.waiting.set(id, { done, fail, progress });
        thread.worker.postMessage({ id, questions } satisfies ThreadQuestions);
      });
    },
    async close() {
      await Promise.all([...threads.keys()].map(end));
    },
  };
}
