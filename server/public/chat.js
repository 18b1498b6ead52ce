import { createApi, newClientId, Refused } from './chat-api.js';
import { createLog, element } from './chat-log.js';
import { createTrialClock } from './chat-trial.js';

const byId = (id) => document.getElementById(id);
const { texts, locale, trial, maxTextLength } = JSON.parse(byId('page-data').textContent);
const api = createApi(locale);
const input = byId('input');

// --- short notices -------------------------------------------------------------------------------------------------

let toastTimer;
function toast(text) {
  byId('toast').textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (byId('toast').textContent = ''), 5000);
}

function alertLine(text) {
  byId('alert').textContent = text ?? '';
  byId('alert').hidden = text === null;
}

let working = 0;
let slowTimer;
function thinking(change) {
  working = Math.max(0, working + change);
  clearTimeout(slowTimer);
  byId('thinking').textContent = working > 0 ? texts.thinking : '';
  if (working > 0) slowTimer = setTimeout(() => (byId('thinking').textContent = texts.stillThinking), 6000);
}

/** What waits for the bot's next message; it gives up after a minute, since nobody waits longer. */
let nextAnswer = () => undefined;
const answered = () =>
  new Promise((resolve) => {
    const earlier = nextAnswer;
    nextAnswer = () => {
      earlier();
      resolve();
    };
    setTimeout(resolve, 60_000);
  });

// --- the conversation ----------------------------------------------------------------------------------------------

const log = createLog({
  root: byId('log'),
  texts,
  locale,
  onTap: tap,
  onUnread: (yes) => (byId('to-end').hidden = !yes),
});
byId('to-end').addEventListener('click', () => log.toEnd());

const clock = trial ? createTrialClock({ api, texts, locale, onToast: toast }) : null;
let clockTimer;

function receive(item) {
  if (!log.add(item)) return;
  if (item.from === 'visitor') return forget(item.clientId);
  nextAnswer();
  nextAnswer = () => undefined;
  // What the bot says may follow from a change of the firm's state, its clock included.
  clearTimeout(clockTimer);
  if (clock !== null) clockTimer = setTimeout(clock.refresh, 300);
}

/** Everything after the last row; the answer to a post is there even where a proxy holds the stream back. */
async function catchUp() {
  for (let more = true; more;) {
    const page = await api.history(log.lastId());
    page.items.forEach(receive);
    more = page.more;
  }
}

// --- sending -------------------------------------------------------------------------------------------------------

/** Texts that the server has not confirmed, kept over a reload of the page. */
const outbox = {
  read: () => JSON.parse(window.sessionStorage.getItem('outbox') ?? '[]'),
  write: (entries) => window.sessionStorage.setItem('outbox', JSON.stringify(entries)),
};
const remember = (clientId, text) => outbox.write([...outbox.read(), { clientId, text }]);
function forget(clientId) {
  outbox.write(outbox.read().filter((entry) => entry.clientId !== clientId));
}

function send(text) {
  const clientId = newClientId();
  remember(clientId, text);
  log.addPending(clientId, text);
  return deliver(clientId, text);
}

/** Shows what a post brought. An answer that takes long comes over the stream. */
async function take({ outcome, toast: text }) {
  const later = outcome === 'working' ? answered() : null;
  if (text) toast(text);
  await catchUp();
  await later;
}

async function deliver(clientId, text) {
  alertLine(null);
  thinking(+1);
  try {
    // The same client ID again is the same message: sending again after a lost answer repeats nothing.
    await take(await api.post({ clientId, text }));
  } catch (error) {
    const reason = error instanceof Refused ? error.text : texts.networkFailed;
    log.markFailed(clientId, reason, () => deliver(clientId, text));
  } finally {
    thinking(-1);
  }
}

async function tap(messageId, data, button) {
  alertLine(null);
  button.disabled = true;
  thinking(+1);
  try {
    await take(await api.post({ clientId: newClientId(), callback: { data, messageId } }));
  } catch (error) {
    alertLine(error instanceof Refused ? error.text : texts.expiredButton);
  } finally {
    button.disabled = false;
    thinking(-1);
  }
}

// --- the input -----------------------------------------------------------------------------------------------------

function fit() {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

function submit() {
  const text = input.value.trim();
  if (text === '') return;
  if (text.length > maxTextLength) {
    alertLine(texts.textTooLong);
    return;
  }
  input.value = '';
  window.sessionStorage.removeItem('draft');
  fit();
  input.focus();
  void send(text);
}

input.value = window.sessionStorage.getItem('draft') ?? '';
input.addEventListener('input', () => {
  window.sessionStorage.setItem('draft', input.value);
  fit();
});
input.addEventListener('keydown', (event) => {
  // While an input method composes, Enter chooses a word. Safari ends composing before the key: 229 tells.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
byId('compose').addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

for (const suggestion of texts.suggestions) {
  const chip = element('button', { type: 'button', className: 'chip' }, suggestion);
  chip.addEventListener('click', () => void send(suggestion));
  byId('suggestions').append(chip);
}

// --- an invitation -------------------------------------------------------------------------------------------------

function takeInvitation() {
  const query = new URL(window.location.href).searchParams;
  const inLink = query.get('code') ?? query.get('start');
  if (inLink !== null) {
    window.sessionStorage.setItem('invitation', inLink);
    // A code is used once and is nobody else's business: out of the address bar and the history.
    window.history.replaceState(null, '', '/');
  }
  const code = window.sessionStorage.getItem('invitation');
  byId('invite').hidden = code === null;
  // Linking waits for a tap: a link alone must not be able to tie a visitor to a firm.
  byId('invite-use').addEventListener('click', () => {
    window.sessionStorage.removeItem('invitation');
    byId('invite').hidden = true;
    void send(`/start ${code}`);
  });
}

// --- begin ---------------------------------------------------------------------------------------------------------

async function begin() {
  const root = byId('log');
  root.setAttribute('aria-busy', 'true');
  try {
    await api.openSession();
    await catchUp();
  } catch (error) {
    alertLine(error instanceof Refused ? error.text : texts.historyFailed);
    setTimeout(begin, 3000);
    return;
  }
  root.removeAttribute('aria-busy');
  // A newcomer starts reading at the welcome, whoever comes back at the end.
  if (log.lastId() > 0) log.toEnd();
  alertLine(null);
  for (const { clientId, text } of outbox.read()) {
    log.addPending(clientId, text);
    log.markFailed(clientId, texts.notSent, () => deliver(clientId, text));
  }
  api.follow({
    lastId: log.lastId,
    onItem: receive,
    onConnected: () => alertLine(null),
    onLost: () => alertLine(texts.reconnecting),
  });
  void clock?.refresh();
  root.dataset.ready = 'true';
}

takeInvitation();
fit();
void begin();
