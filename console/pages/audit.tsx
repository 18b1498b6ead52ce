import { Alert, Button, Input, Select, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { saveFile } from './save-file.ts';

type Query = Schemas['AuditSearch'];
const first: Query = {
  ...{ actor: null, action: null, target: null, from: null, to: null },
  ...{ page: 1, pageSize: 50 },
};

const readOptions = async (): Promise<Schemas['AuditOptions']> =>
  answerOf(api.GET('/api/console/v1/audit/options'));

/** Who did what: looked through by the server, a page at a time. */
export default function AuditPage(): ReactNode {
  const { t } = useLanguage();
  const [query, setQuery] = useState(first);
  const asked = JSON.stringify(query);
  const read = useCallback(async () => {
    const body = JSON.parse(asked) as Query;
    return answerOf(api.POST('/api/console/v1/audit', { body }));
  }, [asked]);
  const { data, error, reading, again } = useReading(read);
  const options = useReading(readOptions);
  if (options.error !== null) return <Failed error={options.error} retry={options.again} />;
  if (options.data === null) return <Waiting />;
  const change = (part: Partial<Query>): void => setQuery((now) => ({ ...now, page: 1, ...part }));
  return (
    <div className="stack">
      <section className="panel">
        <p className="hint">{t.settings.audit.hint}</p>
        <Filters options={options.data} query={query} change={change} />
      </section>
      <section className="panel" aria-label={t.pages.audit}>
        {error !== null && <Failed error={error} retry={again} />}
        <div className="above">
          <span role="status">{data === null ? '' : t.settings.audit.total(data.total)}</span>
          <Export query={query} />
        </div>
        <Table<Schemas['AuditEntry']>
          size="small"
          rowKey="id"
          loading={reading}
          dataSource={data?.entries ?? []}
          locale={{ emptyText: t.settings.audit.empty }}
          onChange={({ current, pageSize }) =>
            change({ page: current ?? 1, pageSize: pageSize ?? query.pageSize })
          }
          pagination={{
            ...{ current: query.page, pageSize: query.pageSize, total: data?.total ?? 0 },
            ...{ showSizeChanger: true, pageSizeOptions: [20, 50, 100], responsive: true },
          }}
          columns={[
            { title: t.settings.audit.when, dataIndex: 'at', className: 'code', render: when },
            { title: t.settings.audit.who, dataIndex: 'actor' },
            { title: t.settings.audit.what, dataIndex: 'action' },
            { title: t.settings.audit.target, dataIndex: 'target', className: 'wrap' },
            { title: t.settings.audit.outcome, dataIndex: 'outcome', responsive: ['sm'] },
            { title: t.settings.audit.detail, dataIndex: 'detail', className: 'wrap', responsive: ['md'] },
          ]}
        />
      </section>
    </div>
  );
}

interface FiltersProps {
  options: Schemas['AuditOptions'];
  query: Query;
  change: (part: Partial<Query>) => void;
}

function Filters({ options, query, change }: FiltersProps): ReactNode {
  const { t, say } = useLanguage();
  const texts = t.settings.audit;
  return (
    <div className="filters" role="search">
      <label>
        {texts.who}
        <Select<string>
          aria-label={texts.who}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.all}
          value={query.actor}
          options={options.actors.map((actor) => ({ value: actor.value, label: say(actor) }))}
          onChange={(actor: string | undefined) => change({ actor: actor ?? null })}
        />
      </label>
      <label>
        {texts.what}
        <Select<string>
          aria-label={texts.what}
          allowClear
          showSearch
          placeholder={t.all}
          value={query.action}
          options={options.actions.map((value) => ({ value, label: value }))}
          onChange={(action: string | undefined) => change({ action: action ?? null })}
        />
      </label>
      <label>
        {texts.target}
        <Input.Search
          aria-label={texts.target}
          allowClear
          maxLength={100}
          placeholder={texts.targetHint}
          onSearch={(target) => change({ target: target === '' ? null : target })}
        />
      </label>
      {(['from', 'to'] as const).map((edge) => (
        <label key={edge}>
          {texts[edge]}
          <Input
            type="date"
            aria-label={texts[edge]}
            value={query[edge] ?? ''}
            onChange={(event) => change({ [edge]: event.target.value === '' ? null : event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}

function Export({ query: { actor, action, target, from, to } }: { query: Query }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const send = (): void =>
    submit(async () => {
      const body = { actor, action, target, from, to };
      const call = api.POST('/api/console/v1/audit/export', { body, parseAs: 'blob' });
      saveFile(await act(async () => answerOf(call)), `${t.pages.audit}.xlsx`);
    });
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Button onClick={send} loading={sending}>
        {t.settings.audit.export}
      </Button>
    </>
  );
}
