import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import type { ActionProps } from './firm-action.ts';

/** A reminder: first as its reader would see it, and whether it would go at all. */
export function FirmRemind({ firm: { packId, uscc }, changed }: ActionProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error: refused, submit } = useSubmit();
  const [answer, setAnswer] = useState<Schemas['Reminded'] | null>(null);
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/firms/reminder', { body: { packId, uscc } })),
    [packId, uscc],
  );
  const { data: preview, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  if (preview === null) return <Waiting />;
  const send = (): void =>
    submit(async () => {
      const body = { packId, uscc };
      setAnswer(await act(async () => answerOf(api.POST('/api/console/v1/firms/remind', { body }))));
      again();
      changed();
    });
  const { skip, quietUntil, recipients, paragraphs, buttons } = preview;
  return (
    <div className="narrow stack">
      <div role="status">
        {answer !== null && (
          <Alert type={answer.sent ? 'success' : 'warning'} showIcon title={say(answer.words)} />
        )}
      </div>
      {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      {skip !== null && (
        <Alert
          type="info"
          showIcon
          title={t.firmActions.willNotGo(say(skip))}
          {...(quietUntil === null ? {} : { description: t.firmActions.quietUntil(when(quietUntil)) })}
        />
      )}
      <figure className="message">
        <figcaption>{t.firmActions.preview}</figcaption>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="hint">{buttons.map((label) => `[${label}]`).join(' ')}</p>
      </figure>
      {skip === null && <p>{t.firmActions.recipients(recipients)}</p>}
      <div>
        <Button type="primary" disabled={skip !== null} loading={sending} onClick={send}>
          {t.firmActions.send}
        </Button>
      </div>
    </div>
  );
}
