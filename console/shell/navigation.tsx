import { useSyncExternalStore } from 'react';
import type { MouseEvent, ReactNode } from 'react';

const base = '/console';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
};
const currentPath = (): string => location.pathname.slice(base.length).replace(/\/$/, '') || '/';

/** Where we are, below `/console`; `/` at its start. */
export const usePath = (): string => useSyncExternalStore(subscribe, currentPath);

/** Its document is another one: it alone may load from Telegram, so nobody comes or goes without loading anew. */
const apart = '/telegram';

export function goTo(path: string): void {
  if (path === apart || currentPath() === apart) {
    location.assign(base + path);
    return;
  }
  history.pushState(null, '', base + path);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** A link within the console; a click with a key held, or of another button, stays the browser's. */
export function Link(p: { to: string; current?: boolean; children: ReactNode }): ReactNode {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(p.to);
  };
  return (
    <a href={base + p.to} onClick={follow} {...(p.current === true ? { 'aria-current': 'page' } : {})}>
      {p.children}
    </a>
  );
}
