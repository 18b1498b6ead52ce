import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import type { ActionProps } from './firm-action.ts';

export function FirmNote({ firm: { packId, uscc }, changed }: ActionProps): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [text, setText] = useState('');
  const [requestId, setRequestId] = useState(newRequestId);
  const [saved, setSaved] = useState(false);
  const send = (): void =>
    submit(async () => {
      const body = { packId, uscc, requestId, text };
      await act(async () => answerOf(api.POST('/api/console/v1/firms/note', { body })));
      setRequestId(newRequestId());
      setText('');
      setSaved(true);
      changed();
    });
  return (
    <div className="narrow stack">
      <div role="status">
        {saved && text === '' && <Alert type="success" showIcon title={t.firmActions.noteSaved} />}
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form layout="vertical" onFinish={send}>
        <Form.Item label={t.firmActions.noteText} extra={t.firmActions.noteHint}>
          <Input.TextArea
            aria-label={t.firmActions.noteText}
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''} loading={sending}>
          {t.save}
        </Button>
      </Form>
    </div>
  );
}
