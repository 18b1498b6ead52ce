import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useTicketEvents } from '../shell/use-ticket-events.ts';
import { useSession } from '../shell/session.tsx';
import { Conversation } from './conversation.tsx';
import { InboxList } from './inbox-list.tsx';
import './inbox.css';

/** Askers' tickets: the list, and beside it the one that is open. `id` null: none is. */
export default function InboxPage({ id }: { id: number | null }): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  /** Counts what happened to the list, and to the open ticket. */
  const [changes, setChanges] = useState({ list: 0, open: 0 });
  const live = useTicketEvents(
    useCallback(
      ({ ids, all }) =>
        setChanges(({ list, open }) => ({
          list: list + 1,
          open: all || (id !== null && ids.includes(id)) ? open + 1 : open,
        })),
      [id],
    ),
  );
  const own = useCallback(() => setChanges(({ list, open }) => ({ list: list + 1, open })), []);
  return (
    <div className={id === null ? 'inbox' : 'inbox with-ticket'}>
      <div className="inbox-left">
        <InboxList opened={id} changes={changes.list} />
        <p className="hint" role="status">
          {live ? t.inbox.live : t.inbox.notLive}{' '}
          {state?.me?.role !== 'viewer' && <Link to="/inbox/canned">{t.canned.manage}</Link>}
        </p>
      </div>
      {id === null ? (
        <section className="panel inbox-none">{t.inbox.choose}</section>
      ) : (
        <Conversation key={id} id={id} changes={changes.open} read={own} />
      )}
    </div>
  );
}
