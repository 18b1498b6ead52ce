import { Alert, Button, Modal, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';

type Preview = Schemas['ImportUndoPreview'];

interface UndoProps {
  /** Of the import. */
  id: string;
  /** It has begun. */
  begun: () => void;
}

/** Of the last import alone: what undoing it would do, firm by firm, before anything is done. */
export function ImportUndo(props: UndoProps): ReactNode {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <div className="top">
      <Button size="small" onClick={() => setAsking(true)}>
        {t.imports.undo}
      </Button>
      {asking && <Question {...props} close={() => setAsking(false)} />}
    </div>
  );
}

function Question({ id, begun, close }: UndoProps & { close: () => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/imports/undo/preview', { body: { id } })),
    [id],
  );
  const { data: preview, error: unread } = useReading<Preview>(read);
  const count = preview === null ? 0 : undoneBy(preview);
  const wrong = error ?? unread;
  const send = (): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/imports/undo', { body: { id } })));
      close();
      begun();
    });
  return (
    <Modal
      open
      width={720}
      title={t.imports.undoTitle}
      okText={t.imports.undoYes(count)}
      okButtonProps={{ danger: true, disabled: count === 0 }}
      confirmLoading={sending}
      cancelText={t.cancel}
      onOk={send}
      onCancel={close}
    >
      <p>{t.imports.undoHint}</p>
      {wrong !== null && <Alert type="error" showIcon role="alert" title={problem(wrong)} />}
      {preview === null && unread === null && <Waiting />}
      {preview !== null && <Shown preview={preview} />}
    </Modal>
  );
}

const undoneBy = ({ toUndo: { remove, takeOff, restore } }: Preview): number => remove + takeOff + restore;

function Shown({ preview }: { preview: Preview }): ReactNode {
  const { t, say } = useLanguage();
  const { toUndo, left, undone, firms } = preview;
  const leftAlone = left.reduce((sum, { count }) => sum + count, 0);
  const facts: [string, number][] = [
    [t.imports.undoing.remove, toUndo.remove],
    [t.imports.undoing.takeOff, toUndo.takeOff],
    [t.imports.undoing.restore, toUndo.restore],
    [t.imports.leftAlone, leftAlone],
  ];
  if (undone > 0) facts.push([t.imports.undoneBefore, undone]);
  return (
    <>
      <div role="status">
        <dl className="counts">
          {facts.map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </div>
      {left.length > 0 && (
        <ul>
          {left.map(({ reason, count }) => (
            <li key={reason.en}>{t.imports.leftFor(count, say(reason))}</li>
          ))}
        </ul>
      )}
      {firms.length < leftAlone + undoneBy(preview) && (
        <p className="hint">{t.imports.someFirms(firms.length)}</p>
      )}
      <Firms firms={firms} />
    </>
  );
}

function Firms({ firms }: Pick<Preview, 'firms'>): ReactNode {
  const { t, say } = useLanguage();
  return (
    <Table<Preview['firms'][number]>
      size="small"
      rowKey="uscc"
      dataSource={firms}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t.imports.firm,
          render: (_value, { name, uscc }) => (
            <>
              {name}
              <div className="hint code">{uscc}</div>
            </>
          ),
        },
        { title: t.imports.city, dataIndex: 'city', responsive: ['sm'] },
        {
          title: t.imports.becomes,
          render: (_value, { undo, reason }) => {
            if (undo !== null) return t.imports.undoing[undo];
            return `${t.imports.leftAlone}${reason === null ? '' : `：${say(reason)}`}`;
          },
        },
      ]}
    />
  );
}
