import { Alert, Button, Popconfirm, Select, Space } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useSession } from '../shell/session.tsx';
import { useAct } from '../shell/use-call.ts';
import { useLiveReading } from '../shell/use-live-reading.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { Entries } from './entries.tsx';
import { KeepAnswer } from './keep-answer.tsx';
import { ReplyForm } from './reply-form.tsx';
import { TicketFirms } from './ticket-firms.tsx';

type Detail = Schemas['TicketDetail'];

/** One ticket: what was said, who its asker's firms are, and what to answer. */
export function Conversation(p: { id: number; changes: number; read: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const { id, read: wasRead } = p;
  const read = useCallback(
    async (headers: Record<string, string>) => {
      const detail = await answerOf(api.POST('/api/console/v1/tickets/read', { body: { id }, headers }));
      wasRead();
      return detail;
    },
    [id, wasRead],
  );
  const { data: ticket, error, again } = useLiveReading(read, p.changes);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const canAct = state?.me?.role !== 'viewer';
  return (
    <div className="conversation">
      <section className="panel" aria-labelledby="ticket">
        <div className="above">
          <h2 id="ticket" ref={heading} tabIndex={-1}>
            {t.inbox.ticket(id)}
          </h2>
          <Link to="/inbox">{t.inbox.back}</Link>
        </div>
        {error !== null && <Failed error={error} retry={again} />}
        {ticket === null ? (
          error === null && <Waiting />
        ) : (
          <>
            <p className="hint">
              {[
                say(ticket.stateWords),
                say(ticket.channel),
                ...(ticket.inGroup ? [t.inbox.inGroup] : []),
                t.inbox.openedAt(when(ticket.openedAt)),
                ...(ticket.rating === null ? [] : [t.inbox.rating(ticket.rating)]),
              ].join(' · ')}
            </p>
            {ticket.masked && <Alert type="info" showIcon title={t.inbox.masked} />}
            {canAct && <Standing ticket={ticket} again={again} />}
            <Entries entries={ticket.entries} />
            <p className="hint">{t.inbox.files}</p>
            {canAct && ticket.state !== 'closed' && <ReplyForm ticket={ticket} again={again} />}
            {canAct && <KeepAnswer ticket={ticket} />}
          </>
        )}
      </section>
      {ticket !== null && <TicketFirms ticket={ticket} />}
    </div>
  );
}

/** Who looks after it, and whether it goes on. */
function Standing({ ticket, again }: { ticket: Detail; again: () => void }): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const { id, seen, holder, staff } = ticket;
  const me = state?.me?.staffId ?? '';
  const send = (call: () => Promise<unknown>): void =>
    submit(async () => {
      try {
        await act(call);
      } finally {
        again();
      }
    });
  const assign = (staffId: string | null): void => {
    const body = { id, staffId, from: holder?.staffId ?? null };
    send(async () => answerOf(api.POST('/api/console/v1/tickets/assign', { body })));
  };
  return (
    <>
      <Space wrap className="ticket-acts">
        <label>
          {t.inbox.holder}{' '}
          <Select
            aria-label={t.inbox.holder}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            disabled={sending}
            placeholder={t.inbox.nobody}
            value={holder?.staffId ?? null}
            onChange={(staffId: string | undefined) => assign(staffId ?? null)}
            options={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </label>
        {holder?.staffId !== me && (
          <Button disabled={sending} onClick={() => assign(me)}>
            {t.inbox.take}
          </Button>
        )}
        {ticket.state === 'closed' ? (
          <Button
            disabled={sending}
            onClick={() =>
              send(async () =>
                answerOf(api.POST('/api/console/v1/tickets/reopen', { body: { id, key: newRequestId() } })),
              )
            }
          >
            {t.inbox.reopen}
          </Button>
        ) : (
          <Popconfirm
            title={t.inbox.confirmClose}
            okText={t.inbox.close}
            onConfirm={() =>
              send(async () =>
                answerOf(
                  api.POST('/api/console/v1/tickets/close', { body: { id, key: newRequestId(), seen } }),
                ),
              )
            }
          >
            <Button disabled={sending}>{t.inbox.close}</Button>
          </Popconfirm>
        )}
      </Space>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
    </>
  );
}
