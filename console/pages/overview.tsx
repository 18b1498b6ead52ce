import { Select, Space, Statistic } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useReading } from '../shell/use-call.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { Questions, Submissions } from './overview-days.tsx';
import { Cities, Stages } from './overview-stages.tsx';

type Overview = Schemas['Overview'];

const periods = [7, 30, 90, 366];

/** How the season stands: the funnel, submissions by day, what followed reminders, what was asked, and each city. */
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
      {data === null ? (
        <Waiting />
      ) : (
        <div className="half">
          <Stages overview={data} reading={reading} />
          <div className="stack">
            <Submissions overview={data} reading={reading} />
            <Reminders overview={data} />
            <Cities overview={data} reading={reading} />
            <Questions overview={data} reading={reading} />
          </div>
        </div>
      )}
    </div>
  );
}

function Reminders({ overview: { reminders } }: { overview: Overview }): ReactNode {
  const { t } = useLanguage();
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
