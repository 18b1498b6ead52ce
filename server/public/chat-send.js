import { newClientId, Refused } from './chat-api.js';

/** Nobody waits longer for an answer that is still being worked on. */
const longestWaitMs = 60_000;

/** What the visitor sends: shown at once, handled once, and kept until the server has it. */
export function createSending({ api, log, texts, notices, storage, catchUp }) {
  /** Texts that the server has not confirmed, kept over a reload of the page. */
  const outbox = {
    read: () => JSON.parse(storage.get('outbox') ?? '[]'),
    write: (entries) => storage.set('outbox', JSON.stringify(entries)),
  };
  /** Taps without an answer so far: the same button again is the same tap. */
  const taps = new Map();

  let nextAnswer = () => undefined;
  const answerComes = () =>
    new Promise((resolve) => {
      const earlier = nextAnswer;
      nextAnswer = () => {
        earlier();
        resolve();
      };
      setTimeout(resolve, longestWaitMs);
    });

  /** Shows what a post brought. An answer that takes long comes over the stream. */
  async function take({ outcome, toast }) {
    const later = outcome === 'working' ? answerComes() : null;
    if (toast) notices.toast(toast);
    await catchUp();
    await later;
  }

  async function deliver(clientId, text) {
    notices.alert(null);
    notices.thinking(+1);
    try {
      // The same client ID again is the same message: sending again after a lost answer repeats nothing.
      await take(await api.post({ clientId, text }));
    } catch (error) {
      const reason = error instanceof Refused ? error.text : texts.networkFailed;
      log.markFailed(clientId, reason, () => deliver(clientId, text));
    } finally {
      notices.thinking(-1);
    }
  }

  return {
    send(text) {
      const clientId = newClientId();
      outbox.write([...outbox.read(), { clientId, text }]);
      log.addPending(clientId, text);
      return deliver(clientId, text);
    },

    async tap(messageId, data, button) {
      const key = `${messageId}/${data}`;
      const clientId = taps.get(key) ?? newClientId();
      taps.set(key, clientId);
      notices.alert(null);
      button.disabled = true;
      notices.thinking(+1);
      try {
        await take(await api.post({ clientId, callback: { data, messageId } }));
        taps.delete(key);
      } catch (error) {
        notices.alert(error instanceof Refused ? error.text : texts.tapFailed);
      } finally {
        button.disabled = false;
        notices.thinking(-1);
      }
    },

    /** What an earlier load of the page could not send. */
    showUnsent() {
      for (const { clientId, text } of outbox.read()) {
        log.addPending(clientId, text);
        log.markFailed(clientId, texts.notSent, () => deliver(clientId, text));
      }
    },
    /** The server has it. */
    arrived: (clientId) => outbox.write(outbox.read().filter((entry) => entry.clientId !== clientId)),
    /** The bot has said something. */
    answered() {
      nextAnswer();
      nextAnswer = () => undefined;
    },
  };
}
