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

/** What a thread is made with, by its pack. */
type OpenThread = (workerData: { packId: string; content: unknown }) => Worker;

const openThread: OpenThread = (workerData) =>
  new Worker(new URL('./thread.mjs', import.meta.url), { workerData });

/** Two at most, whatever is asked: a third pack waits until one of the others has answered. */
export function createAnsweringThreads(open: OpenThread = openThread): AnsweringThreads {
  const threads = new Map<string, Thread>();
  let ending = 0;
  /** Called when there may be room for another pack. */
  let waitingForRoom: (() => void)[] = [];
  let closed = false;
  let asked = 0;

  const lookAgain = (): void => {
    const waiting = waitingForRoom;
    waitingForRoom = [];
    for (const look of waiting) look();
  };
  const end = async (key: string): Promise<void> => {
    const thread = threads.get(key);
    threads.delete(key);
    if (thread === undefined) return;
    if (thread.timer !== null) clearTimeout(thread.timer);
    ending += 1;
    await thread.worker.terminate();
    ending -= 1;
    lookAgain();
  };
  const start = (key: string, of: Parameters<OpenThread>[0]): Thread => {
    const worker = open(of);
    const thread: Thread = { worker, waiting: new Map(), timer: null };
    const failAll = (error: Error): void => {
      for (const { fail } of thread.waiting.values()) fail(error);
      thread.waiting.clear();
      if (threads.get(key) === thread) threads.delete(key);
      lookAgain();
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
      lookAgain();
    });
    threads.set(key, thread);
    return thread;
  };
  /** That of the pack, or a new one; null where there is no room. */
  const threadFor = (key: string, of: Parameters<OpenThread>[0]): Thread | null => {
    if (closed) throw new Error('no more answers: closed');
    return threads.get(key) ?? (threads.size + ending < mostThreads ? start(key, of) : null);
  };
  const room = async (): Promise<void> => {
    const idle = [...threads].find(([, { waiting }]) => waiting.size === 0);
    if (idle !== undefined) return end(idle[0]);
    return new Promise((resolve) => {
      waitingForRoom.push(resolve);
    });
  };

  return {
    async ask(of, questions, progress = () => undefined) {
      const key = `${of.packId} ${hashOf(of.content)}`;
      let thread = threadFor(key, of);
      while (thread === null) {
        await room();
        thread = threadFor(key, of);
      }
      const { worker, waiting, timer } = thread;
      if (timer !== null) clearTimeout(timer);
      thread.timer = null;
      // A command ends when nothing is waited for: what is asked is.
      worker.ref();
      const id = (asked += 1);
      return new Promise((done, fail) => {
        // At once: a thread that nothing waits for may be ended for another pack.
        waiting.set(id, { done, fail, progress });
        worker.postMessage({ id, questions } satisfies ThreadQuestions);
      });
    },
    async close() {
      closed = true;
      lookAgain();
      await Promise.all([...threads.keys()].map(end));
    },
  };
}
