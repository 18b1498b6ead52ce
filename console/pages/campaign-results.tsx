import { Alert, Button, Select, Space, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useAct } from '../shell/use-call.ts';
import { useLiveReading } from '../shell/use-live-reading.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';
import { saveFile } from './save-file.ts';
import { Section } from './section.tsx';

type Detail = Schemas['CampaignDetail'];
type Group = Detail['tally'][number]['outcome'];
type Recipient = Schemas['CampaignRecipient'];

/** Counts by outcome, and the firms of each. */
export function CampaignResults({ campaign }: { campaign: Detail }): ReactNode {
  const { t, say } = useLanguage();
  const [outcome, setOutcome] = useState<Group | null>(null);
  const counted = campaign.tally.filter(({ count }) => count > 0);
  return (
    <Section title={t.campaigns.results}>
      <dl className="counts">
        {counted.map(({ outcome: group, words, count }) => (
          <div key={group}>
            <dt>{say(words)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {campaign.skips.length > 0 && (
        <ul>
          {campaign.skips.map(({ reason, count }) => (
            <li key={reason.en}>
              {say(reason)} {count}
            </li>
          ))}
        </ul>
      )}
      <div className="above">
        <Space wrap>
          <Select<Group | ''>
            aria-label={t.campaigns.outcome}
            style={{ minWidth: 180 }}
            value={outcome ?? ''}
            onChange={(chosen) => setOutcome(chosen === '' ? null : chosen)}
            options={[
              { value: '' as const, label: t.all },
              ...counted.map(({ outcome: value, words }) => ({ value, label: say(words) })),
            ]}
          />
        </Space>
        <Export id={campaign.id} />
      </div>
      <Recipients key={outcome} id={campaign.id} outcome={outcome} done={campaign.done} />
    </Section>
  );
}

interface RecipientsProps {
  id: string;
  outcome: Group | null;
  /** The list is read again as it grows. */
  done: number;
}

function Recipients({ id, outcome, done }: RecipientsProps): ReactNode {
  const { t, say } = useLanguage();
  const [{ page, pageSize }, setPage] = useState({ page: 1, pageSize: 20 });
  const read = useCallback(
    async (headers: Record<string, string>) => {
      const body = { id, outcome, page, pageSize };
      return answerOf(api.POST('/api/console/v1/campaigns/recipients', { body, headers }));
    },
    [id, outcome, page, pageSize],
  );
  const { data, reading } = useLiveReading(read, done);
  return (
    <Table<Recipient>
      size="small"
      rowKey="uscc"
      loading={data === null && reading}
      dataSource={data?.recipients ?? []}
      locale={{ emptyText: t.campaigns.noRecipients }}
      onChange={({ current = 1, pageSize: size = pageSize }) => setPage({ page: current, pageSize: size })}
      pagination={{
        ...{ current: page, pageSize, total: data?.total ?? 0, responsive: true },
        ...{ showSizeChanger: true, pageSizeOptions: [20, 50, 100] },
      }}
      columns={[
        {
          title: t.campaigns.firm,
          render: (_value, { uscc, name }) => <Link to={`/firms/${uscc}`}>{name}</Link>,
        },
        { title: t.campaigns.uscc, dataIndex: 'uscc', className: 'code', responsive: ['md'] },
        { title: t.campaigns.city, dataIndex: 'city', responsive: ['sm'] },
        { title: t.campaigns.outcome, render: (_value, { outcome: words }) => say(words) },
        {
          ...{ title: t.campaigns.at, dataIndex: 'at', className: 'code', responsive: ['sm'] },
          render: (at: string) => when(at),
        },
      ]}
    />
  );
}

function Export({ id }: { id: string }): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  if (state?.me?.role === 'viewer') return null;
  const send = (): void =>
    submit(async () => {
      const call = api.POST('/api/console/v1/campaigns/export', { body: { id }, parseAs: 'blob' });
      saveFile(await act(async () => answerOf(call)), t.campaigns.exportName);
    });
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Button onClick={send} loading={sending}>
        {t.campaigns.export}
      </Button>
    </>
  );
}
