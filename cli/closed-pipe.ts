import type { Writable } from 'node:stream';

const watched = new WeakSet<Writable>();

/**
 * `tongbao firms | head` closes the pipe while we write: what is left of the output is dropped and the command goes on,
 * since an import must not end half-way for it.
 */
export function tolerateClosedPipe(stream: Writable): void {
  if (watched.has(stream)) return;
  watched.add(stream);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
