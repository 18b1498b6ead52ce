import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { goTo, Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useReading } from '../shell/use-call.ts';
import { useRefreshing } from '../shell/use-refreshing.ts';
import { when } from '../shell/when.ts';

type Line = Schemas['CampaignLine'];

const everyMs = 5_000;

const read = async (headers: Record<string, string>): Promise<Schemas['CampaignList']> =>
  answerOf(api.GET('/api/console/v1/campaigns', { headers }));

/** Campaigns and how far each is, the latest first. */
export default function CampaignsPage(): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const listing = useReading(read);
  const { data, error, reading, again } = listing;
  const campaigns = data?.campaigns ?? [];
  useRefreshing(listing, { everyMs, wanted: campaigns.some(({ ended }) => !ended) });
  if (error !== null && data === null) return <Failed error={error} retry={again} />;
  return (
    <section className="panel" aria-label={t.pages.campaigns}>
      <div className="above">
        <span />
        {state?.me?.role !== 'viewer' && (
          <Button type="primary" onClick={() => goTo('/campaigns/new')}>
            {t.campaigns.create}
          </Button>
        )}
      </div>
      <Table<Line>
        size="middle"
        rowKey="id"
        loading={data === null && reading}
        dataSource={campaigns}
        locale={{ emptyText: t.campaigns.none }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t.campaigns.kind,
            render: (_value, { id, kindWords }) => <Link to={`/campaigns/${id}`}>{say(kindWords)}</Link>,
          },
          { title: t.campaigns.scope, dataIndex: 'scope', render: (scope: Line['scope']) => say(scope) },
          {
            title: t.campaigns.state,
            dataIndex: 'stateWords',
            render: (words: Line['stateWords']) => say(words),
          },
          {
            title: t.campaigns.progress,
            render: (_value, { done, total, sent }) => (
              <>
                <Share done={done} total={total} />
                <div className="code">{t.campaigns.of(done, total)}</div>
                <div className="hint">{t.campaigns.sent(sent)}</div>
              </>
            ),
          },
          {
            ...{ title: t.campaigns.by, dataIndex: 'requestedBy', responsive: ['md'] },
            render: (name: string | null) => name ?? t.campaigns.commandLine,
          },
          {
            ...{ title: t.campaigns.time, className: 'code', responsive: ['sm'] },
            render: (_value, { startedAt, startAt, createdAt }) =>
              when(startedAt ?? startAt ?? createdAt ?? ''),
          },
        ]}
      />
    </section>
  );
}

/** The numbers stand beside it. */
function Share({ done, total }: { done: number; total: number }): ReactNode {
  return <progress className="share" aria-hidden="true" value={done} max={Math.max(1, total)} />;
}
