import { Alert, Button, Form, Input, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';
import { Section } from './section.tsx';

type Key = Schemas['ApiKey'];

/** With which secrets other systems send official statuses. */
export function SettingsKeys({ keys, changed }: { keys: Key[]; changed: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const revoke = (id: string): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/settings/keys/revoke', { body: { id } })));
      changed();
    });
  return (
    <Section title={t.settings.keys.title}>
      <p className="hint">{t.settings.keys.hint}</p>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Table<Key>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={keys}
        locale={{ emptyText: t.settings.keys.none }}
        columns={[
          { title: t.settings.keys.system, dataIndex: 'name' },
          { title: t.settings.keys.id, dataIndex: 'id', className: 'code', responsive: ['sm'] },
          { title: t.settings.keys.scope, render: () => t.settings.keys.statuses, responsive: ['md'] },
          {
            title: t.settings.keys.made,
            dataIndex: 'createdAt',
            responsive: ['md'],
            render: (at: string | null) => (at === null ? t.settings.keys.elsewhere : when(at)),
          },
          {
            title: t.settings.keys.used,
            dataIndex: 'lastUsedOn',
            render: (day: string | null) => day ?? t.settings.keys.never,
          },
          {
            title: t.settings.state,
            render: (_value, { stateName, revokedAt }) =>
              revokedAt === null ? say(stateName) : `${say(stateName)} ${when(revokedAt)}`,
          },
          {
            title: t.accounts.actions,
            render: (_value, { id, state }) =>
              state !== 'revoked' && (
                <Popconfirm
                  title={t.settings.keys.confirm}
                  okText={t.settings.keys.revoke}
                  onConfirm={() => revoke(id)}
                >
                  <Button size="small" danger disabled={sending}>
                    {t.settings.keys.revoke}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      <MakeKey changed={changed} />
    </Section>
  );
}

function MakeKey({ changed }: { changed: () => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [form] = Form.useForm<Schemas['MakeApiKey']>();
  const [made, setMade] = useState<Schemas['ApiKeyMade'] | null>(null);
  return (
    <>
      <Form
        form={form}
        name="key"
        className="inline"
        layout="inline"
        onFinish={(body) =>
          submit(async () => {
            setMade(
              await act(async () => answerOf(api.POST('/api/console/v1/settings/keys/make', { body }))),
            );
            form.resetFields();
            changed();
          })
        }
      >
        <Form.Item
          name="name"
          label={t.settings.keys.system}
          rules={[{ required: true, message: t.signIn.missing }]}
        >
          <Input maxLength={32} />
        </Form.Item>
        <Button htmlType="submit" loading={sending}>
          {t.settings.keys.make}
        </Button>
      </Form>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <div role="status">
        {made !== null && (
          <Alert
            type="success"
            showIcon
            title={t.settings.keys.once}
            description={<code>{made.setting}</code>}
          />
        )}
      </div>
    </>
  );
}
