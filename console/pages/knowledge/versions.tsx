import { Alert, Button, Select, Space, Table } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { useAct } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import { when } from '../../shell/when.ts';
import { saveFile } from '../save-file.ts';
import { Section } from '../section.tsx';
import { Differences } from './publishing.tsx';
import type { Workbench } from './workbench.ts';

interface Row {
  number: number;
  state: Schemas['PackRevision']['state'];
  made: Schemas['PackRevision'] | null;
}

/** Every revision, to compare, to go back to, and as files. */
export function Versions({ bench }: { bench: Workbench }): ReactNode {
  const { t } = useLanguage();
  const { state } = bench;
  const rows: Row[] = [
    ...state.revisions.map((made) => ({ number: made.number, state: made.state, made })),
    { number: 0, state: state.shippedState, made: null },
  ];
  return (
    <div className="stack">
      <Revisions bench={bench} rows={rows} />
      <Compare bench={bench} numbers={rows.map(({ number }) => number)} />
      {bench.mayEdit && <Import bench={bench} />}
      <Section title={t.knowledge.history}>
        <ul>
          {state.publications.map(({ number, by, at, reason, forced }) => (
            <li key={at}>
              {t.knowledge.historyLine(t.knowledge.revision(number), by, when(at), reason)}
              {forced && t.knowledge.forced}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Revisions({ bench, rows }: { bench: Workbench; rows: Row[] }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [refusal, setRefusal] = useState<Schemas['SavedDraft']['refusal']>(null);
  const { packId, base } = bench.state;
  const [number, by, how, who, at, why, acts] = t.knowledge.versionColumns;
  const rollBack = (wanted: number): void =>
    submit(async () => {
      const reason = `${t.knowledge.rollBack}: ${t.knowledge.revision(wanted)}`;
      const body = { packId, basedOn: base, number: wanted, reason };
      const answer = await act(async () => answerOf(api.POST('/api/console/v1/knowledge/take-up', { body })));
      setRefusal(answer.refusal);
      bench.changed();
    });
  const save = (wanted: number): void =>
    submit(async () => {
      const body = { packId, number: wanted };
      const { content } = await act(async () =>
        answerOf(api.POST('/api/console/v1/knowledge/revision', { body })),
      );
      const { faq, ...pack } = content as Record<string, unknown>;
      for (const [name, value] of Object.entries({ 'pack.json': pack, 'faq.json': faq }))
        saveFile(new Blob([JSON.stringify(value, null, 2), '\n'], { type: 'application/json' }), name);
    });
  return (
    <section className="panel">
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {refusal !== null && <Alert type="error" showIcon role="alert" title={say(refusal)} />}
      <Table<Row>
        size="small"
        rowKey="number"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={[
          { title: number, render: (_value, row) => t.knowledge.revision(row.number) },
          { title: by, render: (_value, row) => t.knowledge.states[row.state] },
          {
            title: how,
            render: (_value, { made }) =>
              made === null ? '' : `${t.knowledge.kinds[made.kind]}${t.knowledge.basedOn(made.basedOn)}`,
          },
          { title: who, render: (_value, { made }) => made?.by },
          { title: at, render: (_value, { made }) => (made === null ? '' : when(made.at)) },
          { title: why, render: (_value, { made }) => made?.reason },
          {
            title: acts === '' ? <span aria-hidden="true" /> : acts,
            render: (_value, row) => (
              <Space wrap>
                {bench.mayEdit && row.number !== base && (
                  <Button
                    size="small"
                    disabled={sending}
                    title={t.knowledge.rollBackHint}
                    onClick={() => rollBack(row.number)}
                  >
                    {t.knowledge.rollBack}
                  </Button>
                )}
                <Button size="small" disabled={sending} onClick={() => save(row.number)}>
                  {t.knowledge.export}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      <p className="hint">{t.knowledge.rollBackHint}</p>
    </section>
  );
}

function Compare({ bench, numbers }: { bench: Workbench; numbers: number[] }): ReactNode {
  const { t } = useLanguage();
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(bench.state.base);
  const options = numbers.map((value) => ({ value, label: t.knowledge.revision(value) }));
  return (
    <>
      <Space wrap>
        <Select
          aria-label={t.knowledge.compareFrom}
          value={from}
          onChange={setFrom}
          options={options}
          style={{ minWidth: 140 }}
        />
        <span aria-hidden="true">→</span>
        <Select
          aria-label={t.knowledge.compareTo}
          value={to}
          onChange={setTo}
          options={options}
          style={{ minWidth: 140 }}
        />
      </Space>
      <Differences packId={bench.state.packId} from={from} to={to} title={t.knowledge.differencesBetween} />
    </>
  );
}

function Import({ bench }: { bench: Workbench }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const input = useRef<HTMLInputElement>(null);
  const { sending, error, submit } = useSubmit();
  const [bad, setBad] = useState(false);
  const [saved, setSaved] = useState<Schemas['SavedDraft'] | null>(null);
  const { packId, base } = bench.state;
  const take = (files: File[]): void =>
    submit(async () => {
      setSaved(null);
      const given = await readFiles(files);
      setBad(given === null);
      if (given === null) return;
      const body = { packId, basedOn: base, reason: t.knowledge.import, ...given };
      setSaved(await act(async () => answerOf(api.POST('/api/console/v1/knowledge/import', { body }))));
      bench.changed();
    });
  return (
    <Section title={t.knowledge.import}>
      <p className="hint">{t.knowledge.importHint}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept="application/json,.json"
        aria-label={t.knowledge.importFiles}
        disabled={sending}
        onChange={({ target }) => take([...(target.files ?? [])])}
      />
      {bad && <Alert type="error" showIcon role="alert" title={t.knowledge.importBad} />}
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {saved?.number != null && <Alert type="success" showIcon title={t.knowledge.saved(saved.number)} />}
      {saved?.refusal != null && <Alert type="error" showIcon role="alert" title={say(saved.refusal)} />}
      <ul>
        {saved?.issues.map((issue, at) => (
          <li key={`${issue.path} ${at}`}>{say(issue)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Null unless it is the two files of a pack. */
async function readFiles(files: File[]): Promise<{ pack: unknown; faq: unknown } | null> {
  const read = async (name: string): Promise<unknown> => {
    const file = files.find((one) => one.name === name);
    try {
      return file === undefined ? undefined : (JSON.parse(await file.text()) as unknown);
    } catch {
      return undefined;
    }
  };
  const [pack, faq] = [await read('pack.json'), await read('faq.json')];
  return pack === undefined || faq === undefined ? null : { pack, faq };
}
