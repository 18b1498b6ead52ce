import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { BeginTotp } from './begin-totp.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section } from './section.tsx';

const read = async (): Promise<Schemas['TotpState']> => answerOf(api.GET('/api/console/v1/totp'));
/** Time to make new ones. */
const few = 3;

/** The second step of the own account's sign-in: on, off, recovery codes. */
export function OwnTotp(): ReactNode {
  const { t } = useLanguage();
  const { data, error, again } = useReading(read);
  const [codes, setCodes] = useState<{ said: string; codes: string[] } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const texts = t.signingIn;
  if (error !== null) return <Failed error={error} retry={again} />;
  const show = (words: string, list: string[]): void => {
    setSaid(null);
    setCodes({ said: words, codes: list });
    again();
  };
  const kept = (): void => setCodes(null);
  const ended = (): void => {
    setSaid(texts.turnedOff);
    again();
  };
  return (
    <Section title={texts.heading}>
      <p>{texts.why}</p>
      {said !== null && <Alert type="success" showIcon role="status" title={said} />}
      {codes !== null ? (
        <RecoveryCodes {...codes} kept={kept} />
      ) : (
        data !== null && (
          <>
            <p>
              <strong>{data.on ? texts.isOn(data.recoveryCodes) : texts.isOff}</strong>
            </p>
            {data.on && data.recoveryCodes <= few && <Alert type="warning" showIcon title={texts.fewLeft} />}
            {data.on ? (
              <Change renewed={(list) => show(texts.renewed, list)} ended={ended} />
            ) : (
              <BeginTotp done={(list) => show(texts.confirmed, list)} />
            )}
          </>
        )
      )}
    </Section>
  );
}

/** Of what is on: by password and code. */
function Change(p: { renewed: (codes: string[]) => void; ended: () => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [form] = Form.useForm<Schemas['PasswordAndCode']>();
  const required = [{ required: true, message: t.signIn.missing }];
  const texts = t.signingIn;
  const renew = (body: Schemas['PasswordAndCode']): void =>
    submit(async () => {
      const call = async () => answerOf(api.POST('/api/console/v1/totp/recovery-codes', { body }));
      p.renewed((await act(call)).recoveryCodes);
    });
  const end = (body: Schemas['PasswordAndCode']): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/totp/end', { body })));
      p.ended();
    });
  const turnOff = async (): Promise<void> => {
    const given = await form.validateFields().catch(() => null);
    if (given !== null) end(given);
  };
  return (
    <div className="narrow">
      <p>{texts.prove}</p>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form form={form} name="totp" layout="vertical" requiredMark={false} onFinish={renew}>
        <Form.Item name="password" label={texts.password} rules={required}>
          <Input.Password autoComplete="current-password" visibilityToggle={false} />
        </Form.Item>
        <Form.Item name="code" label={texts.codeOrRecovery} rules={required}>
          <Input autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={40} />
        </Form.Item>
        <div className="row-of-buttons">
          <Button htmlType="submit" disabled={sending}>
            {texts.renew}
          </Button>
          <Button danger disabled={sending} onClick={() => void turnOff()}>
            {texts.turnOff}
          </Button>
        </div>
      </Form>
    </div>
  );
}
