import { Space, Statistic, Table } from 'antd';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { downloadCsv } from '../shell/download-csv.ts';
import { useLanguage } from '../shell/language.tsx';
import { LazyChart } from '../shell/lazy-chart.tsx';
import { Titled } from '../shell/titled.tsx';

interface Shown {
  overview: Schemas['Overview'];
  reading: boolean;
}
const tenAPage = { pageSize: 10, hideOnSinglePage: true, showSizeChanger: false };

/** How many firms submitted on each working day, and how long there is until the deadline. */
export function Submissions({ overview: { submissions, deadline }, reading }: Shown): ReactNode {
  const { t } = useLanguage();
  const header = [t.overview.date, t.overview.submitted, t.overview.soFar];
  const chart = useMemo(
    () => ({
      labels: submissions.map(({ date }) => date),
      series: [
        { name: t.overview.submitted, values: submissions.map(({ count }) => count), as: 'bar' as const },
        { name: t.overview.soFar, values: submissions.map(({ soFar }) => soFar), as: 'line' as const },
      ],
    }),
    [submissions, t],
  );
  const download = (): void =>
    downloadCsv(t.overview.submissions, [
      header,
      ...submissions.map(({ date, count, soFar }) => [date, count, soFar]),
    ]);
  return (
    <section className="panel" aria-labelledby="submissions">
      <Titled id="submissions" text={t.overview.submissions} download={download} />
      <p>
        {deadline === null
          ? t.overview.noDeadline
          : t.overview.deadline(deadline.date, deadline.workingDaysLeft)}
      </p>
      <LazyChart {...chart} description={t.overview.submissions} height={260} />
      <Table<Schemas['DayOfSubmissions']>
        size="small"
        rowKey="date"
        pagination={tenAPage}
        loading={reading}
        dataSource={submissions.toReversed()}
        columns={[
          { title: header[0], dataIndex: 'date' },
          { title: header[1], dataIndex: 'count', align: 'right' },
          { title: header[2], dataIndex: 'soFar', align: 'right' },
        ]}
      />
    </section>
  );
}

/** What became of questions on the policy, by day and by city. */
export function Questions({ overview: { questions }, reading }: Shown): ReactNode {
  const { t } = useLanguage();
  const { byDay, byCity, total } = questions;
  const numbers = [t.overview.answered, t.overview.handedOff, t.overview.useless];
  const columns = [
    { title: numbers[0], dataIndex: 'answered', align: 'right' as const },
    { title: numbers[1], dataIndex: 'handedOff', align: 'right' as const },
    { title: numbers[2], dataIndex: 'useless', align: 'right' as const },
  ];
  const nameOf = (city: string | null): string => city ?? t.overview.noCity;
  const chart = useMemo(
    () => ({
      labels: byDay.map(({ date }) => date),
      series: [
        {
          name: t.overview.answered,
          values: byDay.map((day) => day.answered),
          as: 'bar' as const,
          stack: 'all',
        },
        {
          name: t.overview.handedOff,
          values: byDay.map((day) => day.handedOff),
          as: 'bar' as const,
          stack: 'all',
        },
      ],
    }),
    [byDay, t],
  );
  const download = (): void =>
    downloadCsv(t.overview.questions, [
      [t.overview.date, ...numbers],
      ...byDay.map(({ date, answered, handedOff, useless }) => [date, answered, handedOff, useless]),
      [t.overview.city, ...numbers],
      ...byCity.map(({ city, answered, handedOff, useless }) => [nameOf(city), answered, handedOff, useless]),
    ]);
  return (
    <section className="panel" aria-labelledby="questions">
      <Titled id="questions" text={t.overview.questions} download={download} />
      <Space size={[40, 12]} wrap>
        <Statistic title={t.overview.answered} value={total.answered} />
        <Statistic title={t.overview.handedOff} value={total.handedOff} />
        <Statistic title={t.overview.useless} value={total.useless} />
      </Space>
      {byDay.length > 0 && (
        <>
          <LazyChart {...chart} description={t.overview.questions} height={220} />
          <Table<Schemas['QuestionsOfCity']>
            size="small"
            rowKey={({ city }) => city ?? ''}
            pagination={tenAPage}
            loading={reading}
            dataSource={byCity}
            columns={[{ title: t.overview.city, render: (_value, { city }) => nameOf(city) }, ...columns]}
          />
        </>
      )}
      <p className="hint">{t.overview.questionsHint}</p>
    </section>
  );
}
