/** Live events, read with `fetch`: unlike `EventSource` it can carry a token in a header, and its silence can be noticed. */

/** The server says something every 15 seconds; a line that is silent for longer is dead, whatever the browser believes. */
const silentMs = 40_000;
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/** Hands over the events of one connection until it ends. */
async function read(response, heard, onItem) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block);
      if (data !== null) onItem(JSON.parse(data[1]));
    }
  }
}

/** Waits, but no longer than until the network is back. */
const pauseFor = (ms) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
  });

/**
 * Follows the conversation for as long as the page is open. `open(signal)` asks for the stream and throws where there is none; an
 * error may say in `waitMs` when to ask again.
 */
export async function follow({ open, onItem, onConnected, onLost }) {
  let pauseMs = firstPauseMs;
  for (;;) {
    const abort = new AbortController();
    let timer;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), silentMs);
    };
    let waitMs = 0;
    try {
      heard();
      const response = await open(abort.signal);
      onConnected();
      pauseMs = firstPauseMs;
      await read(response, heard, onItem);
    } catch (error) {
      waitMs = error.waitMs ?? 0;
    }
    clearTimeout(timer);
    onLost();
    // Not all pages at the same moment, when a server comes back.
    await pauseFor(Math.max(waitMs, pauseMs * (0.5 + Math.random())));
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}
