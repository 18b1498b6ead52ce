import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useReading } from '../shell/use-call.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Section } from './section.tsx';
import { SettingsGroups } from './settings-groups.tsx';
import { SettingsKeys } from './settings-keys.tsx';
import { SettingsWebhooks } from './settings-webhooks.tsx';

type Settings = Schemas['OfficeSettings'];

const read = async (): Promise<Settings> => answerOf(api.GET('/api/console/v1/settings'));

/** How the office is set up: whether everything is well, what decides when firms are reminded, and who else is told. */
export default function SettingsPage(): ReactNode {
  const { t, switchLanguage } = useLanguage();
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  if (data === null) return <Waiting />;
  return (
    <div className="stack">
      <Health parts={data.health} />
      <div className="half">
        <Cadence cadence={data.cadence} />
        <div className="stack">
          <Calendar calendar={data.calendar} />
          <Section title={t.settings.language}>
            <p className="hint">{t.settings.languageHint}</p>
            <Button onClick={switchLanguage}>{t.otherLanguage}</Button>
          </Section>
        </div>
      </div>
      <SettingsGroups groups={data.groups} packs={data.packs} changed={again} />
      <SettingsWebhooks webhooks={data.webhooks} changed={again} />
      <SettingsKeys keys={data.apiKeys} changed={again} />
    </div>
  );
}

function Health({ parts }: { parts: Settings['health'] }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <Section title={t.settings.health}>
      <Table<Settings['health'][number]>
        size="small"
        rowKey={({ part }) => part.en}
        pagination={false}
        dataSource={parts}
        columns={[
          { title: t.settings.part, dataIndex: 'part', render: say },
          {
            title: t.settings.state,
            dataIndex: 'ok',
            className: 'code',
            render: (ok: boolean) => (ok ? `✓ ${t.settings.fine}` : <strong>✗ {t.settings.unwell}</strong>),
          },
          { title: t.settings.detail, dataIndex: 'detail', responsive: ['sm'] },
          {
            title: t.settings.advice,
            dataIndex: 'advice',
            render: (advice: Schemas['Words'] | null) => (advice === null ? '' : say(advice)),
          },
        ]}
      />
    </Section>
  );
}

function Cadence({ cadence: { packTitle, facts, source } }: { cadence: Settings['cadence'] }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <Section title={t.settings.cadence}>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t.settings.cadenceFrom(say(packTitle), say(source))}</p>
    </Section>
  );
}

function Calendar({ calendar: { known, missing } }: { calendar: Settings['calendar'] }): ReactNode {
  const { t } = useLanguage();
  return (
    <Section title={t.settings.calendar}>
      {known.length > 0 && <p>{t.settings.known(known.join(', '))}</p>}
      {missing.length > 0 && (
        <p>
          <strong>{t.settings.missing(missing.join(', '))}</strong>
        </p>
      )}
    </Section>
  );
}
