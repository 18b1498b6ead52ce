import { Table } from 'antd';
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

/** How many firms stand at each stage, and came that far. */
export function Stages({ overview: { stages, aside, total }, reading }: Shown): ReactNode {
  const { t, say } = useLanguage();
  const header = [t.overview.stage, t.overview.here, t.overview.reached];
  const chart = useMemo(
    () => ({
      labels: stages.map(({ label }) => say(label)),
      series: [
        { name: t.overview.reached, values: stages.map(({ reached }) => reached), as: 'bar' as const },
        { name: t.overview.here, values: stages.map(({ here }) => here), as: 'bar' as const },
      ],
    }),
    [stages, t, say],
  );
  const download = (): void =>
    downloadCsv(t.overview.stages, [
      header,
      ...stages.map(({ label, here, reached }) => [say(label), here, reached]),
      ...aside.map(({ label, count }) => [say(label), count, '']),
    ]);
  return (
    <section className="panel" aria-labelledby="stages">
      <Titled id="stages" text={t.overview.stages} download={download} />
      <LazyChart {...chart} lying description={t.overview.stages} height={stages.length * 34 + 48} />
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
        ]}
      />
      <p>
        {t.overview.total(total)}
        {aside.map(({ label, count }) => ` · ${say(label)} ${count}`)}
      </p>
      <p className="hint">{t.overview.stagesHint}</p>
    </section>
  );
}

/** Which cities are behind; those that are furthest stand first. */
export function Cities({ overview: { byCity }, reading }: Shown): ReactNode {
  const { t } = useLanguage();
  const header = [t.overview.city, t.overview.firms, t.overview.submittedAll, t.overview.share];
  const share = ({ total, submitted }: Schemas['CityStanding']): string =>
    total === 0 ? '' : `${Math.floor((submitted / total) * 100)}%`;
  const download = (): void =>
    downloadCsv(t.overview.cities, [
      header,
      ...byCity.map((row) => [row.city, row.total, row.submitted, share(row)]),
    ]);
  return (
    <section className="panel" aria-labelledby="cities">
      <Titled id="cities" text={t.overview.cities} download={download} />
      <Table<Schemas['CityStanding']>
        size="small"
        rowKey="city"
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        loading={reading}
        dataSource={byCity}
        columns={[
          { title: header[0], dataIndex: 'city' },
          { title: header[1], dataIndex: 'total', align: 'right' },
          { title: header[2], dataIndex: 'submitted', align: 'right' },
          { title: header[3], align: 'right', render: (_value, row) => share(row) },
        ]}
      />
      <p className="hint">{t.overview.citiesHint}</p>
    </section>
  );
}
