/** The conversation on the page. Text goes in as text, never as markup. */

export function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

const isWebUrl = (url) => /^https?:\/\//i.test(url);

const link = (url, label, texts, className) => {
  const node = element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', className }, label);
  node.append(element('span', { className: 'visually-hidden' }, ` (${texts.opensNewWindow})`));
  return node;
};

/** Web addresses in a text become links; they end before Chinese text and closing punctuation. */
function withLinks(text, texts) {
  return text
    .split(/(https?:\/\/[\x21-\x7e]*[\w/#=&-])/i)
    .map((part, index) => (index % 2 === 1 ? link(part, part, texts, '') : part));
}

/** In the office's time, as everything that the bot says. */
function timeOf(iso, locale) {
  const timeZone = 'Asia/Shanghai';
  const at = new Date(iso);
  const dayOf = (date) => date.toLocaleDateString('en', { timeZone });
  const sameDay = dayOf(at) === dayOf(new Date());
  const day = sameDay ? {} : { month: 'short', day: 'numeric' };
  const label = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return element('time', { dateTime: iso }, label.format(at));
}

/**
 * `onTap(messageId, data, button)` is called when a button under a message is tapped, `onUnread(yes)` when there is
 * something below that the reader has not scrolled to.
 */
export function createLog({ root, texts, locale, onTap, onUnread }) {
  let lastId = 0;
  /** Bot messages by ID, for edits; own messages that are not yet confirmed, by client ID. */
  const messages = new Map();
  const pending = new Map();

  /** The reader is at the end and stays there, whatever grows or shrinks around the conversation. */
  let following = false;
  const atEnd = () => root.scrollHeight - root.scrollTop - root.clientHeight < 80;
  const toEnd = () => {
    following = true;
    root.scrollTop = root.scrollHeight;
    onUnread(false);
  };
  root.addEventListener('scroll', () => {
    following = atEnd();
    if (following) onUnread(false);
  });
  new window.ResizeObserver(() => {
    if (following) toEnd();
  }).observe(root);

  function append(row, follow) {
    const stay = !follow && !atEnd();
    root.append(row);
    if (stay) onUnread(true);
    else if (row.offsetHeight > root.clientHeight) toStartOf(row);
    else toEnd();
  }

  /** A reply longer than the window is read from its first line, which is the short answer. */
  function toStartOf(row) {
    following = false;
    root.scrollTop += row.getBoundingClientRect().top - root.getBoundingClientRect().top;
    onUnread(false);
  }

  function buttonRow(row, messageId) {
    const nodes = row.map((button) => {
      if (button.kind === 'link') {
        return isWebUrl(button.url) ? link(button.url, button.label, texts, 'choice') : '';
      }
      const node = element('button', { type: 'button', className: 'choice' }, button.label);
      node.addEventListener('click', () => onTap(messageId, button.data, node));
      return node;
    });
    return element('div', { className: 'choices' }, ...nodes);
  }

  function botParts(message, messageId) {
    const bubble = element(
      'div',
      { className: 'bubble' },
      ...message.paragraphs.map((text) => element('p', {}, ...withLinks(text, texts))),
    );
    if (message.citation !== null) {
      bubble.append(element('p', { className: 'citation' }, message.citation));
    }
    return [bubble, ...message.buttons.map((row) => buttonRow(row, messageId))];
  }

  function addBot({ id, at, message, replaces }) {
    const body = messages.get(replaces);
    if (body !== undefined) {
      const hadFocus = body.contains(document.activeElement);
      body.replaceChildren(...botParts(message, replaces));
      if (hadFocus) body.focus({ preventScroll: true });
      return;
    }
    const content = element('div', { className: 'message', tabIndex: -1 }, ...botParts(message, id));
    messages.set(replaces ?? id, content);
    const who = element('h2', { className: 'who' }, `${texts.bot} `, timeOf(at, locale));
    append(element('article', { className: 'row bot' }, who, content), false);
  }

  function ownRow(text, label, note) {
    const who = element('h2', { className: 'who' });
    who.append(element('span', { className: 'visually-hidden' }, `${label} `), note);
    const bubble = element('div', { className: 'bubble' }, element('p', {}, text));
    return element('article', { className: 'row own' }, who, bubble);
  }

  return {
    lastId: () => lastId,
    toEnd,

    /** Rows come from the stream and from history alike, so a row that is already here is left out. */
    add(item) {
      if (item.id <= lastId) return false;
      lastId = item.id;
      if (item.from === 'bot') {
        addBot(item);
        return true;
      }
      const row = ownRow(item.text, item.tapped ? texts.tapped : texts.you, timeOf(item.at, locale));
      if (item.tapped) row.classList.add('tapped');
      const waiting = pending.get(item.clientId);
      pending.delete(item.clientId);
      if (waiting === undefined) append(row, false);
      else waiting.replaceWith(row);
      return true;
    },

    addPending(clientId, text) {
      const row = ownRow(text, texts.you, texts.sending);
      row.classList.add('pending');
      pending.set(clientId, row);
      append(row, true);
    },

    /** `onRetry` null: sending again cannot help, the text is only kept to be copied. */
    markFailed(clientId, reason, onRetry) {
      const row = pending.get(clientId);
      if (row === undefined) return;
      row.classList.add('failed');
      row.querySelector('.failure')?.remove();
      const again = element('button', { type: 'button', className: 'again' }, texts.retry);
      again.addEventListener('click', () => {
        row.classList.remove('failed');
        row.querySelector('.failure')?.remove();
        onRetry();
      });
      row.append(element('div', { className: 'failure', role: 'alert' }, element('span', {}, reason), again));
      toEnd();
    },
  };
}
