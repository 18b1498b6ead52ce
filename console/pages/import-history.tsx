import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { when } from '../shell/when.ts';
import { ImportUndo } from './import-undo.tsx';

type Line = Schemas['FirmImport'];

interface HistoryProps {
  imports: Line[];
  reading: boolean;
  /** One is about to be undone. */
  changed: () => void;
}

/** Who imported what, how far it is, and the way back from the last one. */
export function ImportHistory({ imports, reading, changed }: HistoryProps): ReactNode {
  const { t } = useLanguage();
  return (
    <Table<Line>
      size="small"
      rowKey="id"
      loading={reading}
      dataSource={imports}
      locale={{ emptyText: t.imports.none }}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          ...{ title: t.imports.when, dataIndex: 'createdAt', className: 'code', responsive: ['sm'] },
          render: (at: string) => when(at),
        },
        {
          title: t.imports.by,
          dataIndex: 'by',
          className: 'words',
          render: (name: string | null) => name ?? t.imports.commandLine,
        },
        {
          title: t.imports.fileName,
          render: (_value, { fileName, fileHash }) => (
            <>
              {fileName}
              <div className="hint code" title={t.imports.hash}>
                {fileHash.slice(0, 12)}
              </div>
            </>
          ),
        },
        { title: t.imports.bad, dataIndex: 'rejected', align: 'right', responsive: ['md'] },
        { title: t.imports.result, render: (_value, line) => <Result line={line} changed={changed} /> },
      ]}
    />
  );
}

function Result({ line, changed }: { line: Line; changed: () => void }): ReactNode {
  const { t } = useLanguage();
  const { id, undo, undone } = line;
  return (
    <>
      <Progress line={line} />
      {undo === 'running' && <div role="status">{t.imports.undoRunning(undone)}</div>}
      {undo !== 'running' && undone > 0 && <div>{t.imports.undone(undone)}</div>}
      {undo === 'possible' && <ImportUndo id={id} begun={changed} />}
    </>
  );
}

function Progress({ line }: { line: Line }): ReactNode {
  const { t } = useLanguage();
  const { state, written, accepted } = line;
  if (state === 'done') return t.imports.done(line);
  if (state === 'cutOff') return t.imports.cutOff;
  return (
    <div role="status">
      {t.imports.running(written, accepted)}
      <progress className="share" aria-hidden="true" value={written} max={Math.max(1, accepted)} />
    </div>
  );
}
