import { Button, Select, Space, Statistic, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { downloadCsv } from '../shell/download-csv.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useReading } from '../shell/use-call.ts';
import { when } from '../shell/when.ts';

type Overview = Schemas['Overview'];

const periods = [7, 30, 90, 366];

/** How the season stands: the funnel, submissions by day, and what followed reminders. */
export default function OverviewPage(): ReactNode {
  const { t } = useLanguage();
  const [city, setCity] = useState<string | null>(null);
  const [days, setDays] = useState(30);
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/overview', { body: { city, days } })),
    [city, days],
  );
  const { data, error, reading, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  return (
    <div className="stack">
      <Space wrap className="no-print">
        <Select
          aria-label={t.overview.city}
          style={{ minWidth: 140 }}
          value={city ?? ''}
          onChange={(name) => setCity(name === '' ? null : name)}
          options={[
            { value: '', label: t.overview.allCities },
            ...(data?.cities ?? []).map((name) => ({ value: name, label: name })),
          ]}
        />
        <Select
          aria-label={t.overview.period}
          style={{ minWidth: 140 }}
          value={days}
          onChange={setDays}
          options={periods.map((value) => ({ value, label: t.overview.lastDays(value) }))}
        />
        {data !== null && <span className="hint">{t.overview.asOf(when(data.at))}</span>}
      </Space>
      <Stages overview={data} reading={reading} />
      <Reminders overview={data} />
      <Submissions overview={data} reading={reading} />
    </div>
  );
}

interface Shown {
  overview: Overview | null;
  reading: boolean;
}

function Stages({ overview, reading }: Shown): ReactNode {
  const { t, say } = useLanguage();
  const stages = overview?.stages ?? [];
  const total = overview?.total ?? 0;
  const header = [t.overview.stage, t.overview.here, t.overview.reached];
  const download = (): void =>
    downloadCsv(t.overview.stages, [
      header,
      ...stages.map(({ label, here, reached }) => [say(label), here, reached]),
      ...(overview?.aside ?? []).map(({ label, count }) => [say(label), count, '']),
    ]);
  return (
    <section className="panel" aria-labelledby="stages">
      <Title id="stages" text={t.overview.stages} download={download} />
      <Table<Schemas['OverviewStage']>
        size="small"
        rowKey={({ label }) => label.en}
        pagination={false}
        loading={reading}
        dataSource={stages}
        columns={[
          { title: header[0], render: (_value, { label }) => say(label) },
          { title: header[1], dataIndex: 'here', align: 'right' },
          { title: header[2], dataIndex: 'reached', align: 'right' },
          {
            title: t.overview.share,
            render: (_value, { reached }) => <Bar part={reached} of={total} />,
          },
        ]}
      />
      <p>
        {t.overview.total(total)}
        {(overview?.aside ?? []).map(({ label, count }) => ` · ${say(label)} ${count}`)}
      </p>
      <p className="hint">{t.overview.stagesHint}</p>
    </section>
  );
}

function Submissions({ overview, reading }: Shown): ReactNode {
  const { t } = useLanguage();
  const days = overview?.submissions ?? [];
  const most = Math.max(1, ...days.map(({ count }) => count));
  const header = [t.overview.date, t.overview.submitted, t.overview.soFar];
  const download = (): void =>
    downloadCsv(t.overview.submissions, [
      header,
      ...days.map(({ date, count, soFar }) => [date, count, soFar]),
    ]);
  const deadline = overview?.deadline ?? null;
  return (
    <section className="panel" aria-labelledby="submissions">
      <Title id="submissions" text={t.overview.submissions} download={download} />
      <p>
        {deadline === null
          ? t.overview.noDeadline
          : t.overview.deadline(deadline.date, deadline.workingDaysLeft)}
      </p>
      <Table<Schemas['DayOfSubmissions']>
        size="small"
        rowKey="date"
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        loading={reading}
        dataSource={days.toReversed()}
        columns={[
          { title: header[0], dataIndex: 'date' },
          { title: header[1], dataIndex: 'count', align: 'right' },
          { title: header[2], dataIndex: 'soFar', align: 'right' },
          { title: t.overview.ofDay, render: (_value, { count }) => <Bar part={count} of={most} /> },
        ]}
      />
    </section>
  );
}

function Reminders({ overview }: Pick<Shown, 'overview'>): ReactNode {
  const { t } = useLanguage();
  const reminders = overview?.reminders;
  if (reminders === undefined) return null;
  const { sent, followed, submitted, pending, days } = reminders;
  return (
    <section className="panel" aria-labelledby="reminders">
      <h2 id="reminders">{t.overview.reminders}</h2>
      <Space size={[40, 12]} wrap>
        <Statistic title={t.overview.sent} value={sent} />
        <Statistic title={t.overview.followed(days)} value={followed} />
        <Statistic title={t.overview.followedBySubmission(days)} value={submitted} />
        <Statistic title={t.overview.pending(days)} value={pending} />
      </Space>
      <p className="hint">{t.overview.remindersHint}</p>
    </section>
  );
}

function Title(p: { id: string; text: string; download: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="titled">
      <h2 id={p.id}>{p.text}</h2>
      <Button size="small" className="no-print" onClick={p.download} aria-describedby={p.id}>
        {t.overview.download}
      </Button>
    </div>
  );
}

/** The number stands beside it: whoever does not see the bar misses nothing. */
function Bar({ part, of }: { part: number; of: number }): ReactNode {
  return <progress className="share" aria-hidden="true" value={part} max={Math.max(1, of)} />;
}
