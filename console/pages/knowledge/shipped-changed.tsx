import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { useAct } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import { Differences } from './publishing.tsx';
import type { Workbench } from './workbench.ts';

/** After an upgrade: the office's revision goes on, and somebody has to say what becomes of the program's changes. */
export function ShippedChanged({ bench }: { bench: Workbench }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [seen, setSeen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { packId, published, base, turn, mayPublish } = bench.state;
  const merge = (): void =>
    submit(async () => {
      const body = { packId, basedOn: base, reason: t.knowledge.mergeShipped };
      const { refusal, conflicts } = await act(async () =>
        answerOf(api.POST('/api/console/v1/knowledge/merge', { body })),
      );
      if (refusal !== null) setSaid(say(refusal));
      else if (conflicts.length > 0) setSaid(t.knowledge.conflicts(conflicts.join(', ')));
      bench.changed();
    });
  const publish = (number: number, reason: string): void =>
    submit(async () => {
      const body = { packId, number, turn, reason, force: false };
      const { refusal } = await act(async () =>
        answerOf(api.POST('/api/console/v1/knowledge/publish', { body })),
      );
      if (refusal !== null) setSaid(say(refusal));
      bench.changed();
    });
  return (
    <section className="stack">
      <Alert
        type="warning"
        showIcon
        title={t.knowledge.shippedChanged}
        description={
          <Space wrap>
            <Button size="small" onClick={() => setSeen(true)}>
              {t.knowledge.seeShipped}
            </Button>
            {bench.mayEdit && (
              <Button size="small" loading={sending} onClick={merge}>
                {t.knowledge.mergeShipped}
              </Button>
            )}
            {mayPublish && (
              <>
                <Button
                  size="small"
                  loading={sending}
                  onClick={() => publish(published, t.knowledge.keepOwn)}
                >
                  {t.knowledge.keepOwn}
                </Button>
                <Button size="small" loading={sending} onClick={() => publish(0, t.knowledge.useShipped)}>
                  {t.knowledge.useShipped}
                </Button>
              </>
            )}
          </Space>
        }
      />
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {said !== null && <Alert type="info" showIcon role="status" title={said} />}
      {seen && <Differences packId={packId} from={published} to={0} />}
    </section>
  );
}
