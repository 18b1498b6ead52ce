import { Alert, Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useSession } from '../shell/session.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';
import { OwnTelegram } from './own-telegram.tsx';
import { OwnTotp } from './own-totp.tsx';

export default function OwnAccountPage(): ReactNode {
  return (
    <div className="stack">
      <Sessions />
      <Password />
      <OwnTotp />
      <OwnTelegram />
    </div>
  );
}

const readSessions = async (): Promise<Schemas['SessionList']> =>
  answerOf(api.GET('/api/console/v1/sessions'));

function Sessions(): ReactNode {
  const { t } = useLanguage();
  const { signedOut } = useSession();
  const act = useAct();
  const problem = useProblem();
  const { data, error, reading, again } = useReading(readSessions);
  const { sending, error: refused, submit } = useSubmit();
  if (error !== null) return <Failed error={error} retry={again} />;
  const end = (id: string): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/sessions/end', { body: { id } })));
      again();
    });
  const endAll = (): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/sign-out-everywhere')));
      signedOut();
    });
  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">{t.own.sessions}</h2>
      {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      <Table<Schemas['Session']>
        size="small"
        rowKey="id"
        pagination={false}
        loading={reading}
        dataSource={data?.sessions ?? []}
        columns={[
          { title: t.own.browser, dataIndex: 'browser', render: (name: string | null) => name ?? '-' },
          { title: t.own.since, dataIndex: 'createdAt', render: when },
          { title: t.own.seen, dataIndex: 'seenAt', render: when },
          {
            title: t.accounts.actions,
            render: (_value, { id, current }) =>
              current ? (
                t.own.thisDevice
              ) : (
                <Button size="small" disabled={sending} onClick={() => end(id)}>
                  {t.own.end}
                </Button>
              ),
          },
        ]}
      />
      <p>
        <Button danger disabled={sending} onClick={endAll}>
          {t.own.signOutEverywhere}
        </Button>{' '}
        <span className="hint">{t.own.signOutEverywhereHint}</span>
      </p>
    </section>
  );
}

function Password(): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const [form] = Form.useForm<Schemas['ChangePassword']>();
  const [changed, setChanged] = useState(false);
  const { sending, error, submit } = useSubmit();
  const required = [{ required: true, message: t.signIn.missing }];
  const send = (body: Schemas['ChangePassword']): void => {
    setChanged(false);
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/password', { body })));
      form.resetFields();
      setChanged(true);
    });
  };
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{t.own.changePassword}</h2>
      <div className="narrow">
        {changed && <Alert type="success" showIcon role="status" title={t.own.changed} />}
        {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
          <Form.Item name="current" label={t.own.current} rules={required}>
            <Input.Password autoComplete="current-password" visibilityToggle={false} />
          </Form.Item>
          <Form.Item name="next" label={t.own.next} extra={t.invitation.passwordHint} rules={required}>
            <Input.Password autoComplete="new-password" visibilityToggle={false} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={sending}>
            {t.own.changePassword}
          </Button>
        </Form>
      </div>
    </section>
  );
}
