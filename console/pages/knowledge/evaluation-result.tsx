import { Alert, Table } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useLanguage } from '../../shell/language.tsx';

type Result = NonNullable<Schemas['Evaluation']['result']>;
type Changed = Schemas['ChangedAnswer'];

/** Which questions change their answer, before and after. */
export function EvaluationResult({ result }: { result: Result }): ReactNode {
  const { t, say } = useLanguage();
  const { questions, right, gate, changed, changedCount, reworded } = result;
  const shown = (given: Changed['before']): ReactNode =>
    given === null ? (
      t.knowledge.none
    ) : (
      <>
        <strong>{say(given.name)}</strong>
        <p className="said">{given.text}</p>
      </>
    );
  return (
    <div className="stack">
      <p>{t.knowledge.evaluated(questions, right.before, right.after)}</p>
      <Alert
        type={gate.holds ? 'success' : 'error'}
        showIcon
        title={
          gate.holds ? t.knowledge.gateHolds : t.knowledge.gateFell(gate.worse, gate.lost, gate.mostLost)
        }
      />
      <h3>{changedCount === 0 ? t.knowledge.noneChanged : t.knowledge.changed(changedCount)}</h3>
      {changed.length > 0 && (
        <Table<Changed>
          size="small"
          rowKey="question"
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={changed}
          columns={[
            {
              title: t.knowledge.verdict,
              dataIndex: 'verdict',
              render: (v: Changed['verdict']) => t.knowledge.verdicts[v],
            },
            { title: t.knowledge.question, dataIndex: 'question' },
            { title: t.knowledge.before, render: (_value, { before }) => shown(before) },
            { title: t.knowledge.after, render: (_value, { after }) => shown(after) },
          ]}
        />
      )}
      {reworded.length > 0 && (
        <>
          <h3>{t.knowledge.reworded}</h3>
          {reworded.map((one) => (
            <details key={one.of.en}>
              <summary>{`${say(one.of)} (${t.knowledge.rewordedCount(one.count)})`}</summary>
              <p className="hint">{one.questions.join(' / ')}</p>
              <div className="half">
                {[
                  [t.knowledge.before, one.before],
                  [t.knowledge.after, one.after],
                ].map(([title, text]) => (
                  <blockquote key={title} className="said">
                    <strong>{title}</strong>
                    <p>{text}</p>
                  </blockquote>
                ))}
              </div>
            </details>
          ))}
        </>
      )}
    </div>
  );
}
