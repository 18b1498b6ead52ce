import { Alert, Button, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';

type Delivery = Schemas['Delivery'];

/** What became of each message to a system, the newest first, and once more for what failed. */
export function WebhookLog({ name, changed }: { name: string; changed: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error: refused, submit } = useSubmit();
  const [count, setCount] = useState<number | null>(null);
  const read = useCallback(
    async () =>
      answerOf(api.POST('/api/console/v1/settings/webhooks/deliveries', { body: { name, state: null } })),
    [name],
  );
  const { data, error, reading, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  const send = (messageId: string | null): void =>
    submit(async () => {
      const body = { name, messageId };
      const made = await act(async () =>
        answerOf(api.POST('/api/console/v1/settings/webhooks/redeliver', { body })),
      );
      setCount(made.count);
      again();
      changed();
    });
  return (
    <div className="stack">
      <div role="status">
        {count !== null && <Alert type="success" showIcon title={t.settings.redelivered(count)} />}
      </div>
      {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      <Table<Delivery>
        size="small"
        rowKey="messageId"
        loading={reading}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={data?.deliveries ?? []}
        locale={{ emptyText: t.firm.nothing }}
        columns={[
          { title: t.settings.message, dataIndex: 'messageId', responsive: ['md'] },
          { title: t.settings.firm, dataIndex: 'enrollmentId' },
          { title: t.settings.state, dataIndex: 'stateName', render: say },
          { title: t.settings.attempts, dataIndex: 'attempts' },
          { title: t.settings.answer, dataIndex: 'answer', render: say },
          {
            title: t.settings.delivered,
            dataIndex: 'deliveredAt',
            render: (at: string | null) => (at === null ? '-' : when(at)),
          },
          {
            title: t.accounts.actions,
            render: (_value, { messageId, state }) =>
              (state === 'failed' || state === 'cancelled') && (
                <Button size="small" disabled={sending} onClick={() => send(messageId)}>
                  {t.settings.again}
                </Button>
              ),
          },
        ]}
      />
      <div>
        <Button disabled={sending} onClick={() => send(null)}>
          {t.settings.againAll}
        </Button>
      </div>
    </div>
  );
}
