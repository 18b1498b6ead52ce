import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { when } from '../shell/when.ts';
import { Section } from './section.tsx';

/** Where the firms of a ticket's asker stand. */
export function TicketFirms({ ticket }: { ticket: Schemas['TicketDetail'] }): ReactNode {
  const { t } = useLanguage();
  const { firms, otherFirms } = ticket;
  return (
    <Section title={t.inbox.firms}>
      {firms.length + otherFirms === 0 && <p>{t.inbox.noFirm}</p>}
      {firms.map((firm) => (
        <Firm key={firm.uscc} firm={firm} />
      ))}
      {otherFirms > 0 && <p className="hint">{t.inbox.otherFirms(otherFirms)}</p>}
    </Section>
  );
}

function Firm({ firm }: { firm: Schemas['TicketFirm'] }): ReactNode {
  const { t, say } = useLanguage();
  const { eligibility } = firm;
  const facts: [string, string][] = [
    [t.firms.city, firm.city],
    [t.firms.status, firm.status === null ? t.firms.notTracked : say(firm.status)],
    [t.firms.step, firm.step === null ? t.firms.nothingReported : say(firm.step)],
    ...(firm.nextReminderAt === null
      ? []
      : [[t.firm.nextReminder, when(firm.nextReminderAt)] as [string, string]]),
    ...(eligibility === null ? [] : [[t.firm.eligibility, say(eligibility.verdict)] as [string, string]]),
  ];
  return (
    <div className="ticket-firm">
      <p>
        <Link to={`/firms/${firm.uscc}`}>{firm.name}</Link> <span className="code">{firm.uscc}</span>
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {eligibility !== null && eligibility.reasons.length > 0 && (
        <details>
          <summary>{t.inbox.why}</summary>
          <ul>
            {eligibility.reasons.map((words) => (
              <li key={words.zh}>{say(words)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
