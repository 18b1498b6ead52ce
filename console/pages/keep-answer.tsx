import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';

const longest = 1_000;

/** Turns what was answered here into an answer for whoever asks the same. */
export function KeepAnswer({ ticket }: { ticket: Schemas['TicketDetail'] }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [keptAs, setKeptAs] = useState<number | null>(null);
  const said = ticket.entries.filter(({ kind }) => kind === 'text');
  const question = said.find(({ author }) => author === 'asker')?.text ?? '';
  const answer = said.filter(({ author }) => author === 'staff').at(-1)?.text;
  if (answer === undefined) return null;
  const keep = (given: { question: string; text: string }): void =>
    submit(async () => {
      const body = { id: ticket.id, ...given };
      const kept = await act(async () => answerOf(api.POST('/api/console/v1/tickets/keep', { body })));
      setKeptAs(kept.answerId);
    });
  return (
    <details className="keep">
      <summary>{t.inbox.keep}</summary>
      <p className="hint">{t.inbox.keepHint}</p>
      {keptAs !== null && <Alert type="success" showIcon role="status" title={t.inbox.keptAs(keptAs)} />}
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form layout="vertical" initialValues={{ question, text: answer }} onFinish={keep}>
        <Form.Item
          name="question"
          label={t.inbox.keptQuestion}
          rules={[{ required: true, message: t.signIn.missing }]}
        >
          <Input maxLength={longest} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t.inbox.keptText}
          rules={[{ required: true, message: t.signIn.missing }]}
        >
          <Input.TextArea rows={4} maxLength={longest} />
        </Form.Item>
        <Button htmlType="submit" loading={sending} disabled={keptAs !== null}>
          {t.inbox.keepIt}
        </Button>
      </Form>
    </details>
  );
}
