import { Button, Space } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../shell/language.tsx';
import type { ActionProps } from './firm-action.ts';
import { FirmInvite } from './firm-invite.tsx';
import { FirmNote } from './firm-note.tsx';
import { FirmOfficer } from './firm-officer.tsx';
import { FirmRemind } from './firm-remind.tsx';
import { FirmStatus } from './firm-status.tsx';

type Action = 'status' | 'remind' | 'note' | 'invite' | 'officer';
const forms: Record<Action, (p: ActionProps) => ReactNode> = {
  status: (p) => <FirmStatus {...p} />,
  remind: (p) => <FirmRemind {...p} />,
  note: (p) => <FirmNote {...p} />,
  invite: (p) => <FirmInvite {...p} />,
  officer: (p) => <FirmOfficer {...p} />,
};

/** What an operator does with the firm: one thing at a time, below its button. */
export function FirmActions(p: ActionProps): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState<Action | null>(null);
  const { deciding, listed } = p.firm;
  const possible: Action[] = [
    ...(deciding === null ? [] : (['status', 'remind'] as const)),
    'note',
    ...(listed ? (['invite'] as const) : []),
    'officer',
  ];
  return (
    <section className="panel actions" aria-labelledby={id}>
      <h2 id={id} className="no-print">
        {t.firmActions.title}
      </h2>
      <Space wrap className="no-print">
        {possible.map((action) => (
          <Button
            key={action}
            type={open === action ? 'primary' : 'default'}
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? null : action)}
          >
            {t.firmActions[action]}
          </Button>
        ))}
        {p.firm.workflowUrl !== null && (
          <a href={p.firm.workflowUrl} target="_blank" rel="noreferrer">
            {t.firmActions.workflow}
          </a>
        )}
      </Space>
      {open !== null && <div className="action">{forms[open](p)}</div>}
    </section>
  );
}
