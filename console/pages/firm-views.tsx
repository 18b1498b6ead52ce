import { Alert, Button, Popconfirm, Select, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { firstQuery, keepView, lastView } from './firm-query.ts';
import type { FirmQuery } from './firm-query.ts';
import { FirmViewForm } from './firm-view-form.tsx';

type View = Schemas['FirmView'];

interface ViewsProps {
  query: FirmQuery;
  change: (part: Partial<FirmQuery>) => void;
}

const read = async (): Promise<Schemas['FirmViews']> => answerOf(api.GET('/api/console/v1/firms/views'));
const keyOf = ({ id }: { id: number }): string => `kept/${id}`;
const isSame = (a: Schemas['FirmViewQuery'], b: Schemas['FirmViewQuery']): boolean =>
  (Object.keys(a) as (keyof typeof a)[]).every((key) => a[key] === b[key]);

interface Option {
  value: string;
  label: string;
  query: Schemas['FirmViewQuery'];
  /** Null: it comes with the program. */
  view: View | null;
}

function groupsOf(
  { builtIn, kept }: Schemas['FirmViews'],
  { t, say }: Pick<ReturnType<typeof useLanguage>, 't' | 'say'>,
): { label: string; options: Option[] }[] {
  const shipped = builtIn.map(({ code, name, query }) => ({
    ...{ value: `builtIn/${code}`, label: say(name), query, view: null },
  }));
  const optionsOf = (shared: boolean): Option[] =>
    kept
      .filter((view) => view.shared === shared)
      .map((view) => ({ value: keyOf(view), label: view.name, query: view.query, view }));
  return [
    { label: t.firmViews.builtIn, options: shipped },
    { label: t.firmViews.own, options: optionsOf(false) },
    { label: t.firmViews.office, options: optionsOf(true) },
  ].filter(({ options }) => options.length > 0);
}

/** What was looked for before, under a name: built in, one's own, the office's. */
export function FirmViews({ query, change }: ViewsProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { data, error: unread, again } = useReading(read);
  const { sending, error: refused, submit } = useSubmit();
  const [chosen, setChosen] = useState(lastView);
  const [named, setNamed] = useState<View | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const choose = (key: string | null): void => {
    setChosen(key);
    keepView(key);
    setNamed(null);
    setSaid(null);
  };
  const groups = data === null ? [] : groupsOf(data, { t, say });
  const current = groups.flatMap(({ options }) => options).find(({ value }) => value === chosen);
  const view = current?.view ?? null;
  const differs = current !== undefined && !isSame(current.query, query);

  const save = (known: View | null, part: { name: string; shared: boolean; query: View['query'] }): void => {
    setSaid(null);
    submit(async () => {
      // On which page of the list one was is not kept.
      const body = { known: known && { id: known.id, version: known.version }, ...part };
      const call = act(async () => answerOf(api.POST('/api/console/v1/firms/views/save', { body })));
      choose(keyOf(await call.finally(again)));
      setSaid(t.firmViews.saved);
    });
  };
  const remove = ({ id, version }: View): void =>
    submit(async () => {
      const body = { id, version };
      const call = act(async () => answerOf(api.POST('/api/console/v1/firms/views/remove', { body })));
      await call.finally(again);
      choose(null);
      setSaid(t.firmViews.removed);
    });
  const error = refused ?? unread;

  return (
    <section className="views no-print" aria-label={t.firmViews.title}>
      <Space wrap>
        <Select<string>
          aria-label={t.firmViews.title}
          className="view"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.firmViews.choose}
          value={current?.value ?? null}
          options={groups}
          onChange={(key: string | undefined) => {
            const next = groups.flatMap(({ options }) => options).find(({ value }) => value === key);
            choose(next?.value ?? null);
            change({ ...firstQuery, ...next?.query, pageSize: query.pageSize });
          }}
        />
        <Button onClick={() => setNamed('new')}>{t.firmViews.save}</Button>
        {view?.mayChange === true && (
          <>
            {differs && (
              <Button
                loading={sending}
                onClick={() => save(view, { name: view.name, shared: view.shared, query })}
              >
                {t.firmViews.update}
              </Button>
            )}
            <Button onClick={() => setNamed(view)}>{t.firmViews.rename}</Button>
            <Popconfirm
              title={view.shared ? t.firmViews.confirmRemoveShared : t.firmViews.confirmRemove}
              okText={t.firmViews.remove}
              onConfirm={() => remove(view)}
            >
              <Button danger disabled={sending}>
                {t.firmViews.remove}
              </Button>
            </Popconfirm>
          </>
        )}
      </Space>
      {named !== null && (
        <FirmViewForm
          key={named === 'new' ? 'new' : named.id}
          begin={named === 'new' ? { name: '', shared: false } : { name: named.name, shared: named.shared }}
          canShare={data?.mayShare === true && (named === 'new' || named.mine)}
          sending={sending}
          save={(part) =>
            named === 'new' ? save(null, { ...part, query }) : save(named, { ...part, query: named.query })
          }
          cancel={() => setNamed(null)}
        />
      )}
      <span role="status" className="hint">
        {said ?? ''} {view?.shared === true ? t.firmViews.madeBy(view.madeBy) : ''}{' '}
        {differs ? t.firmViews.differs : ''}
      </span>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
    </section>
  );
}
