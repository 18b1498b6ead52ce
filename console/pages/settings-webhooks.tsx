import { Alert, Button, Form, Input, Popconfirm, Space, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Section } from './section.tsx';
import { WebhookLog } from './webhook-log.tsx';

type Endpoint = Schemas['WebhookEndpoint'];

/** Which systems are told of changes. */
export function SettingsWebhooks(p: { webhooks: Endpoint[]; changed: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [shown, setShown] = useState<string | null>(null);
  const remove = (name: string): void =>
    submit(async () => {
      const body = { name };
      await act(async () => answerOf(api.POST('/api/console/v1/settings/webhooks/remove', { body })));
      setShown(null);
      p.changed();
    });
  return (
    <Section title={t.settings.webhooks}>
      <p className="hint">{t.settings.webhooksHint}</p>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Table<Endpoint>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={p.webhooks}
        locale={{ emptyText: t.settings.noWebhooks }}
        columns={[
          { title: t.settings.name, dataIndex: 'name' },
          { title: t.settings.url, dataIndex: 'url', responsive: ['sm'] },
          { title: t.settings.state, dataIndex: 'state', render: say },
          {
            title: t.settings.counts,
            render: (_value, { waiting, delivered, failed, cancelled }) =>
              [waiting, delivered, failed, cancelled].join(' / '),
          },
          {
            title: t.accounts.actions,
            render: (_value, { name }) => (
              <Space wrap>
                <Button size="small" onClick={() => setShown(shown === name ? null : name)}>
                  {t.settings.log}
                </Button>
                <Popconfirm
                  title={t.settings.confirmRemove}
                  okText={t.settings.remove}
                  onConfirm={() => remove(name)}
                >
                  <Button size="small" danger disabled={sending}>
                    {t.settings.remove}
                  </Button>
                </Popconfirm>
              </Space>
            ),
          },
        ]}
      />
      {shown !== null && <WebhookLog key={shown} name={shown} changed={p.changed} />}
      <AddWebhook changed={p.changed} />
    </Section>
  );
}

function AddWebhook({ changed }: { changed: () => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [form] = Form.useForm<Schemas['AddWebhook']>();
  const [added, setAdded] = useState<Schemas['WebhookAdded'] | null>(null);
  return (
    <>
      <Form
        form={form}
        className="inline"
        layout="inline"
        onFinish={(body) =>
          submit(async () => {
            setAdded(
              await act(async () => answerOf(api.POST('/api/console/v1/settings/webhooks/add', { body }))),
            );
            form.resetFields();
            changed();
          })
        }
      >
        <Form.Item
          name="name"
          label={t.settings.name}
          rules={[{ required: true, message: t.signIn.missing }]}
        >
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="url" label={t.settings.url} rules={[{ required: true, message: t.signIn.missing }]}>
          <Input type="url" maxLength={2000} placeholder="https://" />
        </Form.Item>
        <Button htmlType="submit" loading={sending}>
          {t.settings.add}
        </Button>
      </Form>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <div role="status">
        {added !== null && (
          <Alert
            type="success"
            showIcon
            title={added.secret === null ? t.settings.secretThere : t.settings.secretOnce}
            {...(added.secret === null ? {} : { description: <code>{added.secret}</code> })}
          />
        )}
      </div>
    </>
  );
}
