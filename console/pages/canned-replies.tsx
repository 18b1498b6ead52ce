import { Alert, Button, Form, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import './inbox.css';

type Reply = Schemas['CannedReply'];

const read = async (): Promise<Schemas['CannedReplies']> =>
  answerOf(api.GET('/api/console/v1/canned-replies'));

/** Words that the office keeps to answer with. */
export default function CannedRepliesPage(): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { data, error, again } = useReading(read);
  const { sending, error: refused, submit } = useSubmit();
  const [edited, setEdited] = useState<Reply | 'new' | null>(null);
  if (error !== null) return <Failed error={error} retry={again} />;
  if (data === null) return <Waiting />;
  const done = (call: () => Promise<unknown>): void =>
    submit(async () => {
      try {
        await act(call);
        setEdited(null);
      } finally {
        again();
      }
    });
  return (
    <div className="stack">
      <p className="above">
        <Link to="/inbox">{t.inbox.back}</Link>
        <Button type="primary" onClick={() => setEdited('new')}>
          {t.canned.add}
        </Button>
      </p>
      {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      {edited !== null && (
        <Edit
          key={edited === 'new' ? 'new' : edited.id}
          reply={edited === 'new' ? null : edited}
          sending={sending}
          save={(body) =>
            done(async () => answerOf(api.POST('/api/console/v1/canned-replies/save', { body })))
          }
          cancel={() => setEdited(null)}
        />
      )}
      <section className="panel" aria-label={t.canned.manage}>
        {data.replies.length === 0 && <p>{t.canned.none}</p>}
        <ul className="canned">
          {data.replies.map((reply) => (
            <li key={reply.id}>
              <strong>{reply.title}</strong>
              <p className="words">{reply.text}</p>
              <Space>
                <Button size="small" onClick={() => setEdited(reply)}>
                  {t.accounts.edit}
                </Button>
                <Popconfirm
                  title={t.canned.confirmRemove}
                  okText={t.canned.remove}
                  onConfirm={() => {
                    const body = { id: reply.id, version: reply.version };
                    done(async () => answerOf(api.POST('/api/console/v1/canned-replies/remove', { body })));
                  }}
                >
                  <Button size="small" danger disabled={sending}>
                    {t.canned.remove}
                  </Button>
                </Popconfirm>
              </Space>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Edit(p: {
  reply: Reply | null;
  sending: boolean;
  save: (body: Schemas['SaveCannedReply']) => void;
  cancel: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const { reply } = p;
  const missing = [{ required: true, message: t.signIn.missing }];
  return (
    <section className="panel" aria-label={reply?.title ?? t.canned.add}>
      <Form<{ title: string; text: string }>
        layout="vertical"
        initialValues={{ title: reply?.title ?? '', text: reply?.text ?? '' }}
        onFinish={(given) =>
          p.save({ known: reply === null ? null : { id: reply.id, version: reply.version }, ...given })
        }
      >
        <Form.Item name="title" label={t.canned.title} rules={missing}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="text" label={t.canned.text} rules={missing}>
          <Input.TextArea rows={5} maxLength={4_000} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={p.sending}>
            {t.save}
          </Button>
          <Button onClick={p.cancel}>{t.cancel}</Button>
        </Space>
      </Form>
    </section>
  );
}
