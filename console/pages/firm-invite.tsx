import { Alert, Button, QRCode } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';
import type { ActionProps } from './firm-action.ts';

/** A one-time code to hand over: kept nowhere but on this page, until it is left. */
export function FirmInvite({ firm: { packId, uscc, name } }: ActionProps): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [made, setMade] = useState<Schemas['FirmInvitation'] | null>(null);
  const make = (): void =>
    submit(async () => {
      const body = { packId, uscc };
      setMade(await act(async () => answerOf(api.POST('/api/console/v1/firms/invite', { body }))));
    });
  return (
    <div className="stack">
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <div className="no-print">
        <p className="hint">{t.firmActions.inviteHint}</p>
        <Button type="primary" loading={sending} onClick={make}>
          {t.firmActions.makeCode}
        </Button>
      </div>
      {made !== null && <Made made={made} name={name} />}
    </div>
  );
}

function Made({ made, name }: { made: Schemas['FirmInvitation']; name: string }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <div className="invitation-card" role="status">
      <p>
        <strong>{name}</strong>
      </p>
      <p>
        {t.firmActions.code}: <span className="one-time-code">{made.code}</span>
      </p>
      <p>{t.firmActions.validUntil(when(made.expiresAt))}</p>
      <div className="qr-codes">
        {made.links.map(({ channel, url, local }) => (
          <figure key={url}>
            <QRCode
              type="svg"
              value={url}
              size={168}
              errorLevel="M"
              bordered={false}
              aria-label={url}
              role="img"
            />
            <figcaption>
              {t.firmActions.scan(say(channel))}
              <br />
              <span>{url}</span>
              {local && <span className="hint no-print">{t.firmActions.local}</span>}
            </figcaption>
          </figure>
        ))}
      </div>
      <p>{t.firmActions.byHand}</p>
      <div className="no-print">
        <Alert type="warning" showIcon title={t.firmActions.once} />
        <Button onClick={() => print()}>{t.firmActions.printCode}</Button>
      </div>
    </div>
  );
}
