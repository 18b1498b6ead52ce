import { Alert, Button, Table } from 'antd';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useReading } from '../shell/use-call.ts';
import { usePrinting } from '../shell/use-printing.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { FirmActions } from './firm-actions.tsx';
import { FirmContacts } from './firm-contacts.tsx';
import { lastQuery } from './firm-query.ts';
import { Section } from './section.tsx';

type Detail = Schemas['FirmDetail'];

/** All that there is of a firm, in the pack that the list was of. */
export default function FirmPage({ uscc }: { uscc: string }): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const me = state?.me;
  const read = useCallback(async () => {
    const body = { packId: lastQuery().packId, uscc };
    return answerOf(api.POST('/api/console/v1/firms/read', { body }));
  }, [uscc]);
  const { data: firm, error, again } = useReading(read);
  return (
    <div className="stack">
      <div className="above no-print">
        <Link to="/firms">{t.firm.back}</Link>
        <Button onClick={() => print()}>{t.firm.print}</Button>
      </div>
      {error !== null ? (
        <Failed error={error} retry={again} />
      ) : firm === null ? (
        <Waiting />
      ) : (
        <>
          <p className="firm-name">
            <strong>{firm.name}</strong> <span className="code">{firm.uscc}</span> {firm.city}
          </p>
          {firm.masked && <Alert type="info" showIcon title={t.firm.masked} />}
          <div className="half">
            <Standing firm={firm} />
            <Eligibility firm={firm} />
          </div>
          {me?.role !== 'viewer' && <FirmActions firm={firm} changed={again} />}
          <FromList firm={firm} />
          <Timeline lines={firm.timeline} />
          <FirmContacts firm={firm} />
        </>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: [string, string | number | null][] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? '-'}</dd>
        </div>
      ))}
    </dl>
  );
}

const shown = (instant: string | null): string | null => (instant === null ? null : when(instant));

function Standing({ firm: { enrollment, officer } }: { firm: Detail }): ReactNode {
  const { t, say } = useLanguage();
  if (enrollment === null) return <Section title={t.firm.standing}>{t.firm.notTracked}</Section>;
  const dated = (words: string, at: string | null): string =>
    at === null ? words : `${words} (${when(at)})`;
  const since = enrollment.since === null ? '' : ` (${t.firm.since(when(enrollment.since))})`;
  return (
    <Section title={t.firm.standing}>
      <Facts
        facts={[
          [t.firms.status, say(enrollment.status) + since],
          ...(enrollment.reason === null ? [] : [[t.firm.reason, enrollment.reason] as [string, string]]),
          [
            t.firms.step,
            enrollment.step === null
              ? t.firms.nothingReported
              : dated(say(enrollment.step), enrollment.reportedAt),
          ],
          [t.firm.lastReminder, shown(enrollment.lastReminderAt)],
          [t.firm.nextReminder, shown(enrollment.nextReminderAt)],
          ...(enrollment.snoozedUntil === null
            ? []
            : [[t.firm.snoozed, shown(enrollment.snoozedUntil)] as [string, string | null]]),
          [t.firm.unanswered, enrollment.unanswered],
          [t.firms.officer, officer],
        ]}
      />
    </Section>
  );
}

function Eligibility({ firm: { eligibility } }: { firm: Detail }): ReactNode {
  const { t, say } = useLanguage();
  if (eligibility === null) return null;
  return (
    <Section title={t.firm.eligibility}>
      <p>
        <strong>{say(eligibility.verdict)}</strong>
      </p>
      <ul>
        {eligibility.reasons.map((words) => (
          <li key={words.zh}>{say(words)}</li>
        ))}
      </ul>
      <p className="hint">
        {t.firm.source}: {say(eligibility.source)}
      </p>
    </Section>
  );
}

function FromList({ firm }: { firm: Detail }): ReactNode {
  const { t, say } = useLanguage();
  const { names, codes } = firm.formerly;
  return (
    <Section title={t.firm.list}>
      <Facts
        facts={[
          [t.firm.listed, firm.listed ? t.firm.yes : t.firm.no],
          [t.firm.exports(firm.exportYear), firm.exports === null ? null : say(firm.exports)],
          [t.firm.contact, firm.contactName],
          [t.firm.phone, firm.contactPhone],
          ...(names.length === 0 ? [] : [[t.firm.formerNames, names.join('; ')] as [string, string]]),
          ...(codes.length === 0 ? [] : [[t.firm.formerCodes, codes.join('; ')] as [string, string]]),
        ]}
      />
    </Section>
  );
}

function Timeline({ lines }: { lines: Detail['timeline'] }): ReactNode {
  const { t, say } = useLanguage();
  const isPrinting = usePrinting();
  return (
    <Section title={t.firm.timeline}>
      <Table<Schemas['TimelineLine']>
        size="small"
        rowKey="key"
        dataSource={lines}
        pagination={lines.length > 20 && !isPrinting ? { pageSize: 20 } : false}
        locale={{ emptyText: t.firm.nothing }}
        columns={[
          { title: t.firm.when, dataIndex: 'at', className: 'code', render: when },
          { title: t.firmActions.who, dataIndex: 'who', className: 'words', render: say },
          { title: t.firm.from, dataIndex: 'from', className: 'words', render: say },
          { title: t.firm.what, dataIndex: 'what', render: say },
        ]}
      />
    </Section>
  );
}
