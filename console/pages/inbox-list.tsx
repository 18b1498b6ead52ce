import { Pagination, Segmented, Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useReading } from '../shell/use-call.ts';
import { useLiveReading } from '../shell/use-live-reading.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';

type Query = Schemas['TicketSearch'];
type Line = Schemas['TicketLine'];
const boxes: readonly Query['box'][] = ['waiting', 'mine', 'open', 'closed'];

/** Kept while the console is open, so that one comes back to the same list. */
let last: Query = { box: 'waiting', city: null, page: 1, pageSize: 20 };

const readCities = async (): Promise<Schemas['FirmOptions']> =>
  answerOf(api.POST('/api/console/v1/firms/options', { body: { packId: null } }));

export function InboxList({ opened, changes }: { opened: number | null; changes: number }): ReactNode {
  const { t } = useLanguage();
  const [query, setQuery] = useState(last);
  useEffect(() => {
    last = query;
  }, [query]);
  const { data: options } = useReading(readCities);
  const read = useCallback(
    async (headers: Record<string, string>) =>
      answerOf(api.POST('/api/console/v1/tickets/search', { body: query, headers })),
    [query],
  );
  const { data, error, again } = useLiveReading(read, changes);
  const change = (part: Partial<Query>): void => setQuery((now) => ({ ...now, page: 1, ...part }));
  const counts = data?.counts;
  return (
    <section className="panel inbox-list" aria-label={t.inbox.list}>
      <Segmented<Query['box']>
        block
        aria-label={t.inbox.box}
        name="box"
        value={query.box}
        onChange={(box) => change({ box })}
        options={boxes.map((box) => ({
          value: box,
          label: counts === undefined ? t.inbox.boxes[box] : `${t.inbox.boxes[box]} ${counts[box]}`,
        }))}
      />
      <Select
        aria-label={t.firms.city}
        allowClear
        showSearch
        placeholder={t.inbox.allCities}
        value={query.city}
        onChange={(city: string | undefined) => change({ city: city ?? null })}
        options={[
          ...(options?.cities ?? []).map((city) => ({ value: city, label: city })),
          { value: 'none', label: t.inbox.unlinked },
        ]}
      />
      {error !== null ? (
        <Failed error={error} retry={again} />
      ) : data === null ? (
        <Waiting />
      ) : data.tickets.length === 0 ? (
        <p>{t.inbox.empty}</p>
      ) : (
        <ul>
          {data.tickets.map((ticket) => (
            <li key={ticket.id}>
              <Line ticket={ticket} current={ticket.id === opened} />
            </li>
          ))}
        </ul>
      )}
      {counts !== undefined && counts[query.box] > query.pageSize && (
        <Pagination
          simple
          current={query.page}
          pageSize={query.pageSize}
          total={counts[query.box]}
          onChange={(page) => change({ page })}
        />
      )}
    </section>
  );
}

function Line({ ticket, current }: { ticket: Line; current: boolean }): ReactNode {
  const { t, say } = useLanguage();
  const { id, unread, waitedMinutes, holder, firms } = ticket;
  return (
    <Link to={`/inbox/${id}`} current={current}>
      <span className="inbox-line">
        <strong>{ticket.first === '' ? t.inbox.noWords : ticket.first}</strong>
        {unread > 0 && <span className="unread">{t.inbox.unread(unread)}</span>}
      </span>
      {ticket.last !== ticket.first && ticket.lastBy !== null && (
        <span className="inbox-last">
          {t.inbox.by[ticket.lastBy]}: {ticket.last}
        </span>
      )}
      <span className="hint">
        {[
          `#${id}`,
          waitedMinutes === null ? say(ticket.stateWords) : t.inbox.waited(waitedMinutes),
          ...(holder === null ? [] : [holder.name]),
          ...(ticket.inGroup ? [t.inbox.inGroup] : []),
          ...(firms.length === 0 ? [] : [firms.join('、')]),
        ].join(' · ')}
        {ticket.lastAt !== null && (
          <>
            {' · '}
            <span className="code">{when(ticket.lastAt)}</span>
          </>
        )}
      </span>
    </Link>
  );
}
