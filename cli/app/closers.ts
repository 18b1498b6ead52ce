import type { Logger } from '../../activities/ports/services.ts';

/** What has been started, ended in the opposite order. One part that fails to end does not keep the others from ending. */
export interface Closers {
  add(name: string, close: () => void | Promise<void>): void;
  /** Safe to call twice: the second call waits for the first. A part added later is ended at once. */
  closeAll: () => Promise<void>;
}

export function createClosers(log: Logger): Closers {
  const parts: { name: string; close: () => void | Promise<void> }[] = [];
  let closing: Promise<void> | null = null;
  const closeEach = async (): Promise<void> => {
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      try {
        await part.close();
        log.debug('app.closed', { part: part.name });
      } catch (error) {
        log.error('app.closeFailed', { part: part.name, error });
      }
    }
  };
  return {
    add(name, close) {
      parts.push({ name, close });
      if (closing !== null) closing = closing.then(closeEach);
    },
    closeAll: () => (closing ??= closeEach()),
  };
}
