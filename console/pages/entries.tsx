import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { when } from '../shell/when.ts';

type Entry = Schemas['TicketEntry'];

/** What was said and what happened, oldest first; what comes in while one looks is read out. */
export function Entries({ entries }: { entries: Entry[] }): ReactNode {
  const { t } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const newest = entries.at(-1)?.id ?? 0;
  const first = useRef(newest);
  const [spoken, setSpoken] = useState('');
  const came = entries.filter(({ id, author }) => id > first.current && author === 'asker').at(-1);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  useEffect(() => {
    if (came !== undefined) setSpoken(`${t.inbox.by.asker}: ${came.text}`);
  }, [came, t]);
  return (
    <>
      <ol ref={list} className="entries" tabIndex={0} aria-label={t.inbox.conversation}>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.what === null ? `${entry.kind} ${entry.author}` : 'event'}>
            <OneEntry entry={entry} />
          </li>
        ))}
      </ol>
      <div className="spoken" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}

function OneEntry({ entry }: { entry: Entry }): ReactNode {
  const { t, say } = useLanguage();
  const { what, fate } = entry;
  if (what !== null) {
    return (
      <>
        {say(what)} <Fate fate={fate} /> <span className="code">{when(entry.at)}</span>
      </>
    );
  }
  return (
    <>
      <span className="hint">
        {entry.author === 'staff' ? (entry.by ?? t.inbox.by.staff) : t.inbox.by[entry.author]}
        {entry.kind === 'note' && ` · ${t.inbox.note}`} · <span className="code">{when(entry.at)}</span>
        {entry.edited && ` · ${t.inbox.edited}`} <Fate fate={fate} />
      </span>
      <span className="words">{entry.text}</span>
    </>
  );
}

function Fate({ fate }: { fate: Entry['fate'] }): ReactNode {
  const { say } = useLanguage();
  if (fate === null) return null;
  const bad = fate.state === 'failed' || fate.state === 'unknown';
  return (
    <span className={bad ? 'fate bad' : 'fate'}>
      {say(fate.words)}
      {fate.reason !== null && `: ${say(fate.reason)}`}
    </span>
  );
}
