import { Checkbox, Grid, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';

type Check = Schemas['CheckedList'];
type Row = Check['rows'][number];
type Issue = Check['issues'][number];

const pagination = { pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, responsive: true };

/** Rows of the file with what is wrong in the cell where it is; on a narrow screen one fault after the other. */
export function ImportRows({ check }: { check: Check }): ReactNode {
  const { t } = useLanguage();
  const { md = true } = Grid.useBreakpoint();
  const [only, setOnly] = useState(check.issues.length > 0);
  if (!md) return <Issues issues={check.issues} />;
  const issuesIn = new Map<number, Issue[]>();
  for (const issue of check.issues) issuesIn.set(issue.row, [...(issuesIn.get(issue.row) ?? []), issue]);
  return (
    <>
      {check.issues.length > 0 && (
        <Checkbox className="top" checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {t.imports.onlyIssues}
        </Checkbox>
      )}
      <Table<Row>
        size="small"
        className="top"
        rowKey="row"
        dataSource={only ? check.rows.filter(({ row }) => issuesIn.has(row)) : check.rows}
        pagination={pagination}
        columns={columnsOf(check, { title: t.imports.row, issuesIn })}
      />
    </>
  );
}

function columnsOf(
  { columns, issues }: Check,
  { title, issuesIn }: { title: string; issuesIn: ReadonlyMap<number, Issue[]> },
): TableColumnsType<Row> {
  const places = columns.flatMap(({ header, field }, place) =>
    field !== null || issues.some((issue) => issue.place === place) ? [{ title: header, place }] : [],
  );
  const [first] = places;
  return [
    { title, dataIndex: 'row', className: 'code' },
    ...places.map(({ title: header, place }) => ({
      title: header,
      key: place,
      render: (_value: unknown, { row, cells }: Row) => (
        <RowCell
          text={cells[place] ?? ''}
          issues={(issuesIn.get(row) ?? []).filter((issue) => (issue.place ?? first?.place) === place)}
        />
      ),
    })),
  ];
}

function RowCell({ text, issues }: { text: string; issues: Issue[] }): ReactNode {
  const { t, say } = useLanguage();
  if (issues.length === 0) return text;
  return (
    <>
      <strong>{text === '' ? t.imports.emptyCell : text}</strong>
      {issues.map(({ severity, words }) => (
        <div key={words.en} className={severity === 'error' ? 'fault' : 'fault mild'}>
          {t.imports.severity[severity]}：{say(words)}
        </div>
      ))}
    </>
  );
}

function Issues({ issues }: { issues: Issue[] }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <Table<Issue>
      size="small"
      className="top"
      rowKey={({ row, column, words }) => `${row} ${column} ${words.en}`}
      dataSource={issues}
      pagination={pagination}
      columns={[
        { title: t.imports.row, dataIndex: 'row', className: 'code' },
        {
          title: t.imports.wrong,
          render: (_value, { severity, words }) => `${t.imports.severity[severity]}：${say(words)}`,
        },
      ]}
    />
  );
}
