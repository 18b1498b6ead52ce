import { Alert, Button, Select, Space } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import type { ActionProps } from './firm-action.ts';

const nobody = 'none';

interface OfficerProps {
  packId: string | null;
  /** With whom each firm has now, as it was seen. */
  firms: Schemas['FirmOfOfficer'][];
  officers: Schemas['Officer'][];
  done: () => void;
}

/** Names who looks after these firms. Where somebody else was quicker, theirs stays, and those firms are told of. */
export function NameOfficer({ packId, firms, officers, done }: OfficerProps): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [chosen, setChosen] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Schemas['OfficerAssigned'] | null>(null);
  const send = (): void =>
    submit(async () => {
      const body = { packId, firms, staffId: chosen === nobody ? null : chosen };
      setAnswer(await act(async () => answerOf(api.POST('/api/console/v1/firms/officer', { body }))));
      done();
    });
  return (
    <>
      <Space wrap>
        <Select<string>
          aria-label={t.firms.officer}
          className="officer"
          placeholder={t.firms.officer}
          value={chosen}
          onChange={setChosen}
          options={[
            { value: nobody, label: t.firms.nobody },
            ...officers.map(({ staffId, name }) => ({ value: staffId, label: name })),
          ]}
        />
        <Button disabled={chosen === null} loading={sending} onClick={send}>
          {t.firmActions.nameOfficer}
        </Button>
      </Space>
      <div role="status">{answer !== null && <Named answer={answer} />}</div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
    </>
  );
}

function Named({
  answer: { assigned, changedMeanwhile },
}: {
  answer: Schemas['OfficerAssigned'];
}): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      {assigned > 0 && <Alert type="success" showIcon title={t.firmActions.officerNamed(assigned)} />}
      {changedMeanwhile.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t.firmActions.officerChanged}
          description={changedMeanwhile.join('; ')}
        />
      )}
    </>
  );
}

/** The same on a firm's own page. */
export function FirmOfficer({ firm: { packId, uscc, officerId }, changed }: ActionProps): ReactNode {
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/firms/options', { body: { packId } })),
    [packId],
  );
  const { t } = useLanguage();
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  return (
    <div className="narrow stack">
      <p className="hint">{t.firmActions.officerHint}</p>
      <NameOfficer
        packId={packId}
        firms={[{ uscc, was: officerId }]}
        officers={data?.officers ?? []}
        done={changed}
      />
    </div>
  );
}
