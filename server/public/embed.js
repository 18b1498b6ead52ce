/* The chat of an office on any page: a round button that opens it in a frame. Needs nothing, leaves one name behind: `tongbao`. */
(() => {
  const { origins, texts } = '{{config}}';
  const tag = document.currentScript;
  if (Object.hasOwn(window, 'tongbao')) return;
  if (!tag?.src) {
    console.error(texts['zh-CN'].noTag, texts.en.noTag);
    return;
  }
  const office = new URL(tag.src);
  const { origin: site } = window.location;
  if (site !== office.origin && !origins.includes(site)) {
    const refusal = (locale) => texts[locale].refused.replace('{origin}', site);
    console.error(`[tongbao] ${refusal('zh-CN')}\n[tongbao] ${refusal('en')}`);
    return;
  }
  const wanted = tag.dataset.lang || window.navigator.language;
  const locale = /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
  const words = texts[locale];

  // --- what is remembered while the tab is open: whether the chat was used, and whether it was open ------------------

  const remembered = () => {
    try {
      return window.sessionStorage.getItem('tongbao');
    } catch {
      return null;
    }
  };
  const remember = (state) => {
    try {
      window.sessionStorage.setItem('tongbao', state);
    } catch {
      // The browser forbids it; then each page starts with the button.
    }
  };

  // --- the button and the panel, in a shadow root: no style goes in or out --------------------------------------------

  const make = (name, properties, attributes = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const drawing = (...paths) => {
    const svg = 'http://www.w3.org/2000/svg';
    const node = document.createElementNS(svg, 'svg');
    node.setAttribute('viewBox', '0 0 24 24');
    node.setAttribute('aria-hidden', 'true');
    for (const d of paths) {
      const line = document.createElementNS(svg, 'path');
      line.setAttribute('d', d);
      node.append(line);
    }
    return node;
  };
  const css = `
    * { box-sizing: border-box; }
    button, a { font: inherit; cursor: pointer; }
    button:focus-visible, a:focus-visible { outline: 3px solid #2f8fa6; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
    .launcher, .panel { position: fixed;
      font: 16px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
    .launcher { right: calc(20px + env(safe-area-inset-right)); bottom: calc(20px + env(safe-area-inset-bottom));
      width: 60px; height: 60px; padding: 0; color: #fff; background: #0f4c5c; border: 2px solid #fff;
      border-radius: 50%; box-shadow: 0 3px 14px rgb(0 0 0 / 35%); }
    .launcher:hover { background: #0a3844; }
    .launcher svg { width: 30px; height: 30px; margin: auto; display: block; fill: none; stroke: currentcolor;
      stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    .launcher[aria-expanded=true] .say, .launcher[aria-expanded=false] .shut { display: none; }
    .badge { position: absolute; top: -6px; right: -6px; min-width: 24px; padding: 0 6px; font-size: 14px; font-weight: 700;
      line-height: 24px; text-align: center; background: #a32a1d; border-radius: 12px; }
    .badge:empty { display: none; }
    .panel { right: calc(20px + env(safe-area-inset-right)); bottom: calc(92px + env(safe-area-inset-bottom));
      width: 400px; height: min(640px, calc(100dvh - 112px)); overflow: hidden; visibility: hidden; color: #1c2b30; color-scheme: light dark;
      background: #fff; border-radius: 14px; box-shadow: 0 8px 40px rgb(0 0 0 / 30%); opacity: 0; }
    .panel.open { visibility: visible; opacity: 1; }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
    .state { position: absolute; inset: 0; display: flex; flex-direction: column; gap: 14px; align-items: center;
      justify-content: center; padding: 24px; text-align: center; background: #fff; }
    .state[hidden], .state [hidden] { display: none; }
    .state p { margin: 0; }
    .state a { color: #0b5f78; }
    .state button { min-height: 44px; padding: 0 20px; color: #0f4c5c; background: #fff; border: 1px solid currentcolor;
      border-radius: 12px; }
    @media (prefers-color-scheme: dark) {
      .panel, .state { color: #e4ecee; background: #12191c; }
      .state a, .state button { color: #8fd0e0; background: #12191c; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .panel { transition: opacity .15s; }
    }
    @media (max-width: 599px), (max-height: 479px) {
      .panel { inset: 0; width: auto; height: 100dvh; background: #0f4c5c; border-radius: 0;
        padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left); }
      .launcher[aria-expanded=true] { visibility: hidden; }
    }
    @media print { .launcher, .panel { display: none; } }`;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);

  const badge = make('span', { className: 'badge' }, { 'aria-hidden': 'true' });
  const bubble = drawing('M4 5h16v11H10l-4 4v-4H4z', 'M8 9h8M8 12h5');
  bubble.classList.add('say');
  const cross = drawing('M6 6l12 12M18 6L6 18');
  cross.classList.add('shut');
  const button = make(
    'button',
    { type: 'button', className: 'launcher' },
    { 'aria-expanded': 'false', 'aria-haspopup': 'dialog', 'aria-label': words.open },
    bubble,
    cross,
    badge,
  );
  const frame = make('iframe', { title: words.title });
  const note = make('p', {}, { role: 'status' });
  const again = make('button', { type: 'button', textContent: words.again, hidden: true });
  const alone = make(
    'a',
    { textContent: words.alone, href: new URL('..', office).href, hidden: true },
    { target: '_blank', rel: 'noopener' },
  );
  const leave = make('button', { type: 'button', textContent: words.close });
  const state = make('div', { className: 'state' }, {}, note, again, alone, leave);
  const panel = make(
    'div',
    { className: 'panel', lang: locale },
    { role: 'dialog', 'aria-label': words.title },
    frame,
    state,
  );
  const holder = make('div', {}, { 'data-tongbao': '' });
  // Rules of the page for plain elements must not reach the holder, and it takes no room in the page's layout.
  holder.style.cssText =
    'all: initial !important; position: fixed !important; z-index: 2147483000 !important';
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(panel, button);

  // --- the frame: a few words go in and out, no data ----------------------------------------------------------------

  let shown = false;
  let ready = false;
  let waiting;
  /** Only once the frame has spoken: before, another page may be in it. */
  function tell(focus) {
    if (!ready) return;
    if (focus) frame.focus();
    frame.contentWindow.postMessage({ tongbao: shown ? 'shown' : 'hidden', focus }, office.origin);
  }
  function progress(text, over) {
    note.textContent = text;
    for (const node of [again, alone]) node.hidden = !over;
    state.hidden = false;
  }
  function failed() {
    progress(words.failed, true);
    console.error(`[tongbao] ${texts['zh-CN'].noAnswer}\n[tongbao] ${texts.en.noAnswer}`);
  }
  function load() {
    ready = false;
    progress(words.opening, false);
    clearTimeout(waiting);
    waiting = setTimeout(failed, 20_000);
    frame.src = new URL(`embed?lang=${locale}`, office).href;
  }
  frame.addEventListener('load', () => {
    // A page that was refused or not found loads as well, but it does not speak.
    if (ready || !frame.src) return;
    clearTimeout(waiting);
    waiting = setTimeout(failed, 3000);
  });
  again.addEventListener('click', load);

  const label = (unread) =>
    unread > 0 ? words.unread.replace('{count}', unread) : shown ? words.close : words.open;
  function showUnread(count) {
    badge.textContent = count > 99 ? '99+' : count > 0 ? `${count}` : '';
    button.setAttribute('aria-label', label(count));
  }
  window.addEventListener('message', ({ source, origin, data }) => {
    if (origin !== office.origin || source !== frame.contentWindow) return;
    if (data?.tongbao === 'ready') {
      ready = true;
      clearTimeout(waiting);
      const inside = root.activeElement !== null && panel.contains(root.activeElement);
      state.hidden = true;
      tell(inside && shown);
    } else if (data?.tongbao === 'close') {
      close();
    } else if (data?.tongbao === 'unread' && Number.isSafeInteger(data.count)) {
      showUnread(shown ? 0 : data.count);
    }
  });

  // --- open and close -----------------------------------------------------------------------------------------------

  /** The part of the screen that a phone's keyboard leaves free. */
  const view = window.visualViewport;
  const narrow = window.matchMedia('(max-width: 599px), (max-height: 479px)');
  function fit() {
    const sheetHeight = shown && narrow.matches && view !== null;
    panel.style.height = sheetHeight ? `${view.height}px` : '';
    panel.style.top = sheetHeight ? `${view.offsetTop}px` : '';
    panel.style.bottom = sheetHeight ? 'auto' : '';
  }
  view?.addEventListener('resize', fit);
  view?.addEventListener('scroll', fit);

  function show(yes, focus) {
    if (yes === shown) return;
    shown = yes;
    remember(yes ? 'open' : 'used');
    if (yes && !frame.src) load();
    panel.classList.toggle('open', yes);
    button.setAttribute('aria-expanded', `${yes}`);
    showUnread(0);
    fit();
    if (focus) (yes ? leave : button).focus();
    tell(focus && yes);
  }
  const open = () => show(true, true);
  const close = () => show(false, true);
  button.addEventListener('click', () => (shown ? close() : open()));
  leave.addEventListener('click', close);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown) close();
  });

  Object.defineProperty(window, 'tongbao', { value: Object.freeze({ open, close }) });
  function begin() {
    document.body.append(holder);
    const before = remembered();
    // Who has talked here before hears of answers; a full-screen sheet does not come back by itself.
    if (before === 'open' && !narrow.matches) show(true, false);
    else if (before !== null) load();
  }
  if (document.body === null) document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
