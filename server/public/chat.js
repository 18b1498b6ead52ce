import { createApi, createToken, Refused } from './chat-api.js';
import { createHost, otherLanguageChosen } from './chat-host.js';
import { createLog, element } from './chat-log.js';
import { createNotices } from './chat-notices.js';
import { createSending } from './chat-send.js';
import { createStorage } from './chat-storage.js';
import { follow } from './chat-stream.js';
import { createTrialClock } from './chat-trial.js';

const byId = (id) => document.getElementById(id);
const { texts, locale, trial, maxTextLength, embedOrigins } = JSON.parse(byId('page-data').textContent);
const kept = createStorage('localStorage');
const ofThisTab = createStorage('sessionStorage');
const embedded = embedOrigins !== null;
const api = createApi(locale, embedded ? createToken(kept) : null);
const input = byId('input');
const notices = createNotices(texts);

// --- the conversation ----------------------------------------------------------------------------------------------

const log = createLog({
  root: byId('log'),
  texts,
  locale,
  onTap: (messageId, data, button) => sending.tap(messageId, data, button),
  onUnread: (yes) => (byId('to-end').hidden = !yes),
});
byId('to-end').addEventListener('click', () => log.toEnd());

const clock = trial ? createTrialClock({ api, texts, locale, onToast: notices.toast }) : null;
let clockTimer;

function receive(item) {
  if (!log.add(item)) return;
  host?.received(item);
  if (item.from === 'visitor') return sending.arrived(item.clientId);
  sending.answered();
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

const sending = createSending({ api, log, texts, notices, storage: ofThisTab, catchUp });

// --- the input -----------------------------------------------------------------------------------------------------

function fit() {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

function submit() {
  const text = input.value.trim();
  if (text === '') return;
  if (text.length > maxTextLength) {
    notices.alert(texts.textTooLong);
    return;
  }
  input.value = '';
  ofThisTab.remove('draft');
  fit();
  input.focus();
  void sending.send(text);
}

input.value = ofThisTab.get('draft') ?? '';
input.addEventListener('input', () => {
  ofThisTab.set('draft', input.value);
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
  chip.addEventListener('click', () => void sending.send(suggestion));
  byId('suggestions').append(chip);
}

// --- an invitation -------------------------------------------------------------------------------------------------

function takeInvitation() {
  const query = new URL(window.location.href).searchParams;
  const inLink = query.get('code') ?? query.get('start');
  if (inLink !== null) {
    ofThisTab.set('invitation', inLink);
    // A code is used once and is nobody else's business: out of the address bar and the history.
    window.history.replaceState(null, '', '/');
  }
  const code = ofThisTab.get('invitation');
  byId('invite').hidden = code === null;
  // Linking waits for a tap: a link alone must not be able to tie a visitor to a firm.
  byId('invite-use').addEventListener('click', () => {
    ofThisTab.remove('invitation');
    byId('invite').hidden = true;
    void sending.send(`/start ${code}`);
  });
}

// --- in another site's frame --------------------------------------------------------------------------------------

const touch = window.matchMedia('(pointer: coarse)').matches;
const host = embedded
  ? createHost({
      origins: embedOrigins,
      storage: kept,
      onShown(focus) {
        if (log.lastId() > 0) log.toEnd();
        // On a phone the keyboard would cover half of what there is to read.
        if (focus) (touch ? byId('log') : input).focus();
      },
    })
  : null;
byId('close').hidden = host?.framed !== true;
byId('close').addEventListener('click', () => host?.close());
document.addEventListener('keydown', (event) => {
  // Escape may also end the choice of a word in an input method.
  if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) host?.close();
});
byId('lang').addEventListener('click', () => embedded && kept.set('lang', byId('lang').hreflang));

// --- begin ---------------------------------------------------------------------------------------------------------

async function begin() {
  const root = byId('log');
  root.setAttribute('aria-busy', 'true');
  try {
    await api.openSession();
    await catchUp();
  } catch (error) {
    notices.alert(error instanceof Refused ? error.text : texts.historyFailed);
    setTimeout(begin, Math.max(3000, error.waitMs ?? 0));
    return;
  }
  root.removeAttribute('aria-busy');
  // A newcomer starts reading at the welcome, whoever comes back at the end.
  if (log.lastId() > 0) log.toEnd();
  notices.alert(null);
  sending.showUnsent();
  void follow({
    open: (signal) => api.events(log.lastId(), signal),
    onItem: receive,
    onConnected: () => notices.alert(null),
    onLost: () => notices.alert(texts.reconnecting),
  });
  void clock?.refresh();
  root.dataset.ready = 'true';
}

const chosen = embedded ? otherLanguageChosen(kept, locale) : null;
if (chosen !== null) {
  window.location.replace(`?lang=${chosen}`);
} else {
  takeInvitation();
  fit();
  host?.ready();
  void begin();
}
