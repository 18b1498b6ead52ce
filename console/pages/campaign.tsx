import { Alert, Button, Popconfirm, Space } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useAct, useReading } from '../shell/use-call.ts';
import { useRefreshing } from '../shell/use-refreshing.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { CampaignResults } from './campaign-results.tsx';
import { Section } from './section.tsx';

type Detail = Schemas['CampaignDetail'];
type Action = Detail['may'][number];

const everyMs = 2_000;

/** One campaign: how far it is, what may be done with it, and what became of each firm. */
export default function CampaignPage({ id }: { id: string }): ReactNode {
  const { t } = useLanguage();
  const read = useCallback(
    async (headers: Record<string, string>) =>
      answerOf(api.POST('/api/console/v1/campaigns/read', { body: { id }, headers })),
    [id],
  );
  const reading = useReading(read);
  const { data, error, again } = reading;
  const isOver = data?.ended ?? false;
  useRefreshing(reading, { everyMs, wanted: !isOver });
  return (
    <div className="stack">
      <Link to="/campaigns">{t.campaigns.back}</Link>
      {data === null ? (
        error === null ? (
          <Waiting />
        ) : (
          <Failed error={error} retry={again} />
        )
      ) : (
        <>
          {error !== null && <Alert type="warning" showIcon title={t.campaigns.stale} />}
          <Standing campaign={data} again={again} />
          <CampaignResults campaign={data} />
        </>
      )}
    </div>
  );
}

function Standing({ campaign, again }: { campaign: Detail; again: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const { kindWords, stateWords, lines, text, progress, done, total, requestedBy } = campaign;
  const times: [string, string | null][] = [
    [t.campaigns.plannedAt, campaign.startAt],
    [t.campaigns.startedAt, campaign.startedAt],
    [t.campaigns.endedAt, campaign.endedAt],
  ];
  return (
    <Section title={`${say(kindWords)} · ${say(stateWords)}`}>
      {lines.map((line) => (
        <p key={line.en}>{say(line)}</p>
      ))}
      <dl className="facts">
        <div>
          <dt>{t.campaigns.by}</dt>
          <dd>{requestedBy ?? t.campaigns.commandLine}</dd>
        </div>
        {times.map(([name, at]) =>
          at === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="code">{when(at)}</dd>
            </div>
          ),
        )}
      </dl>
      {text.map((words) => (
        <blockquote key={words}>{words}</blockquote>
      ))}
      <p role="status">
        <strong>{say(progress)}</strong>
      </p>
      <progress
        className="share whole"
        aria-label={t.campaigns.progress}
        value={done}
        max={Math.max(1, total)}
      />
      <Steering campaign={campaign} again={again} />
    </Section>
  );
}

function Steering({ campaign: { id, may }, again }: { campaign: Detail; again: () => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [pressed, setPressed] = useState<Action | null>(null);
  const steer = (action: Action): void => {
    setPressed(action);
    submit(async () => {
      const body = { id, action, eventId: newRequestId() };
      const call = act(async () => answerOf(api.POST('/api/console/v1/campaigns/steer', { body })));
      await call.finally(again);
    });
  };
  const isBusy = (action: Action): boolean => sending && pressed === action;
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Space wrap>
        {may.map((action) =>
          action === 'cancel' ? (
            <Popconfirm
              key={action}
              title={t.campaigns.confirmCancel}
              okText={t.campaigns.stop}
              onConfirm={() => steer(action)}
            >
              <Button danger loading={isBusy(action)} disabled={sending}>
                {t.campaigns.steps[action]}
              </Button>
            </Popconfirm>
          ) : (
            <Button key={action} loading={isBusy(action)} disabled={sending} onClick={() => steer(action)}>
              {t.campaigns.steps[action]}
            </Button>
          ),
        )}
      </Space>
    </>
  );
}
