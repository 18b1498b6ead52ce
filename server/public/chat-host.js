/** In another site's frame: what the page around it is told, and what it tells. Never anything of the conversation. */

/**
 * `onShown(focus)` is called when the frame comes into view. Only the office's own pages and the sites in `origins` are listened to;
 * the browser lets no others frame us, and what they would say changes nothing.
 */
export function createHost({ origins, storage, onShown }) {
  const { parent, location } = window;
  /** Null until it has spoken. */
  let site = null;
  let shown = parent === window;
  let unread = 0;
  let lastId = 0;
  let seenId = Number(storage.get('seen') ?? 0);

  const tell = (message) => {
    if (site !== null) parent.postMessage(message, site);
  };
  const seen = () => {
    seenId = Math.max(seenId, lastId);
    unread = 0;
    storage.set('seen', `${seenId}`);
  };

  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || parent === window) return;
    if (origin !== location.origin && !origins.includes(origin)) return;
    if (data?.tongbao !== 'shown' && data?.tongbao !== 'hidden') return;
    site = origin;
    shown = data.tongbao === 'shown';
    if (shown) {
      seen();
      onShown(data.focus === true);
    } else {
      tell({ tongbao: 'unread', count: unread });
    }
  });

  return {
    framed: parent !== window,
    /** Whose page it is, the frame does not know yet; that it is here is no secret. */
    ready: () => parent !== window && parent.postMessage({ tongbao: 'ready' }, '*'),
    close: () => tell({ tongbao: 'close' }),
    /** Counts what comes while nobody looks. */
    received({ id, from }) {
      lastId = Math.max(lastId, id);
      if (shown) return seen();
      if (from !== 'bot' || id <= seenId) return undefined;
      unread += 1;
      return tell({ tongbao: 'unread', count: unread });
    },
  };
}

/** The language that the visitor chose here before, where it is another one than the site asked for. */
export function otherLanguageChosen(storage, locale) {
  const chosen = storage.get('lang');
  return chosen !== null && chosen !== locale ? chosen : null;
}
