import { Alert, Button, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { when } from '../shell/when.ts';
import type { ActionProps } from './firm-action.ts';

type Choice = Schemas['OfficialChoice'];
type Answer = Schemas['StatusChanged'];

/** The official status: what it may become, why not the rest, and what happened if somebody else was first. */
export function FirmStatus({ firm, changed }: ActionProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [correction, setCorrection] = useState(false);
  const [status, setStatus] = useState<Choice['status'] | null>(null);
  const [reason, setReason] = useState('');
  // Of what was asked for: asked again it is the same request, anything else is another one.
  const request = useRef({ of: '', id: newRequestId() });
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const { deciding, enrollment, packId, uscc } = firm;
  if (deciding === null || enrollment === null) return null;
  const current = say(enrollment.status);
  const possible = deciding.choices.filter((choice) =>
    correction ? say(choice.name) !== current : choice.refusal === null,
  );
  const chosen = possible.find((choice) => choice.status === status);
  const needsReason = correction || chosen?.needsReason === true;
  const lacksReason = needsReason && reason.trim() === '';
  const send = (): void =>
    submit(async () => {
      if (chosen === undefined) return;
      const { basedOn, seen } = deciding;
      const of = JSON.stringify([chosen.status, reason, correction]);
      if (request.current.of !== of) request.current = { of, id: newRequestId() };
      const requestId = request.current.id;
      const body = { packId, uscc, requestId, status: chosen.status, reason, correction, basedOn, seen };
      const made = await act(async () => answerOf(api.POST('/api/console/v1/firms/status', { body })));
      setAnswer(made);
      // What was not answered may have been done: asked again, it is the same request.
      if (made.outcome === 'unavailable') return;
      request.current = { of: '', id: newRequestId() };
      if (made.outcome !== 'refused') {
        setStatus(null);
        setTried(false);
        if (made.outcome !== 'changedMeanwhile') setReason('');
        changed();
      }
    });
  return (
    <div className="narrow stack">
      <div role="status">{answer !== null && <Told answer={answer} />}</div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form layout="vertical">
        <Form.Item label={t.firmActions.kind}>
          <Radio.Group
            aria-label={t.firmActions.kind}
            value={correction}
            onChange={(event) => {
              setCorrection(event.target.value as boolean);
              setStatus(null);
            }}
            options={[
              { value: false, label: t.firmActions.change },
              { value: true, label: t.firmActions.correction },
            ]}
          />
          <p className="hint">{correction ? t.firmActions.correctionHint : t.firmActions.changeHint}</p>
        </Form.Item>
        <Form.Item
          label={t.firmActions.to}
          {...(tried && chosen === undefined
            ? { validateStatus: 'error', help: t.firmActions.toMissing }
            : {})}
        >
          <Select<Choice['status']>
            aria-label={t.firmActions.to}
            placeholder={t.firmActions.choose}
            value={status}
            onChange={setStatus}
            options={possible.map((choice) => ({ value: choice.status, label: say(choice.name) }))}
          />
        </Form.Item>
        {!correction && <NotNow choices={deciding.choices} />}
        <Form.Item
          label={t.firmActions.reason}
          extra={needsReason ? t.firmActions.reasonHint : t.firmActions.reasonOptional}
          {...(tried && lacksReason ? { validateStatus: 'error', help: t.firmActions.reasonMissing } : {})}
        >
          <Input.TextArea
            aria-label={t.firmActions.reason}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        <Popconfirm
          open={asking}
          title={t.firmActions.confirm(
            current,
            chosen === undefined ? '' : say(chosen.name),
            deciding.contacts,
          )}
          okText={t.firmActions.save}
          onConfirm={send}
          onOpenChange={(wanted) => {
            if (wanted) setTried(true);
            setAsking(wanted && chosen !== undefined && !lacksReason);
          }}
        >
          <Button type="primary" loading={sending}>
            {t.firmActions.save}
          </Button>
        </Popconfirm>
      </Form>
    </div>
  );
}

function NotNow({ choices }: { choices: Choice[] }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <details className="hint">
      <summary>{t.firmActions.notNow}</summary>
      <ul>
        {choices.map(
          ({ status, name, refusal }) =>
            refusal !== null && (
              <li key={status}>
                {say(name)}: {say(refusal)}
              </li>
            ),
        )}
      </ul>
    </details>
  );
}

function Told({ answer: { outcome, words, meanwhile } }: { answer: Answer }): ReactNode {
  const { t, say } = useLanguage();
  if (outcome !== 'changedMeanwhile') {
    const fine = outcome === 'applied' || outcome === 'alreadyApplied';
    return <Alert type={fine ? 'success' : 'error'} showIcon title={say(words)} />;
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t.firmActions.meanwhile}
      description={
        <>
          <ul>
            {meanwhile.map(({ key, at, who, what }) => (
              <li key={key}>
                {when(at)} {say(who)}: {say(what)}
              </li>
            ))}
          </ul>
          {t.firmActions.lookAgain}
        </>
      }
    />
  );
}
