import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { usePrinting } from '../shell/use-printing.ts';
import { when } from '../shell/when.ts';
import { Section } from './section.tsx';

/** Who can be written to, and what was. */
export function FirmContacts({ firm }: { firm: Schemas['FirmDetail'] }): ReactNode {
  const { t, say } = useLanguage();
  const isPrinting = usePrinting();
  const channelsOf = ({ channels }: Schemas['FirmContact']): string =>
    channels.map(({ name, blocked }) => say(name) + (blocked ? ` (${t.firm.blocked})` : '')).join(', ');
  const notesOf = ({ primary, remindersStopped }: Schemas['FirmContact']): string =>
    [...(primary ? [t.firm.primary] : []), ...(remindersStopped ? [t.firm.stopped] : [])].join(', ');
  return (
    <div className="half">
      <Section title={t.firm.contacts}>
        <Table<Schemas['FirmContact']>
          size="small"
          rowKey="since"
          pagination={false}
          dataSource={firm.contacts}
          locale={{ emptyText: t.firm.nothing }}
          columns={[
            { title: t.firm.channels, render: (_value, contact) => channelsOf(contact) },
            { title: t.firm.linkedSince, dataIndex: 'since', className: 'code', render: when },
            { title: t.firm.by, dataIndex: 'by', render: say },
            { title: t.firm.notes, render: (_value, contact) => notesOf(contact) },
          ]}
        />
      </Section>
      <Section title={t.firm.notifications}>
        <Table<Schemas['FirmNotification']>
          size="small"
          rowKey={({ at, kind, channel }) => at + kind.en + channel.en}
          pagination={firm.notifications.length > 10 && !isPrinting ? { pageSize: 10 } : false}
          dataSource={firm.notifications}
          locale={{ emptyText: t.firm.nothing }}
          columns={[
            { title: t.firm.when, dataIndex: 'at', className: 'code', render: when },
            { title: t.firm.kind, dataIndex: 'kind', render: say },
            { title: t.firm.channels, dataIndex: 'channel', render: say },
            { title: t.firm.state, dataIndex: 'state', render: say },
          ]}
        />
      </Section>
    </div>
  );
}
