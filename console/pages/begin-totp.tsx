import { Alert, Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';

/** Password, then QR code, then a first code: the secret is kept nowhere but on this page. */
export function BeginTotp({ done }: { done: (recoveryCodes: string[]) => void }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [key, setKey] = useState<Schemas['TotpKey'] | null>(null);
  const required = [{ required: true, message: t.signIn.missing }];
  const texts = t.signingIn;
  const begin = (body: Schemas['BeginTotp']): void =>
    submit(async () =>
      setKey(await act(async () => answerOf(api.POST('/api/console/v1/totp/begin', { body })))),
    );
  const confirm = (body: Schemas['SignInCode']): void =>
    submit(async () => {
      const call = async () => answerOf(api.POST('/api/console/v1/totp/confirm', { body }));
      done((await act(call)).recoveryCodes);
    });
  const failed = error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />;
  if (key === null) {
    return (
      <div className="narrow">
        {failed}
        <Form<Schemas['BeginTotp']> name="totp" layout="vertical" requiredMark={false} onFinish={begin}>
          <Form.Item name="password" label={texts.password} rules={required}>
            <Input.Password autoComplete="current-password" visibilityToggle={false} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={sending}>
            {texts.begin}
          </Button>
        </Form>
      </div>
    );
  }
  return (
    <div className="narrow">
      <p>{texts.scan}</p>
      <QRCode
        type="svg"
        value={key.uri}
        size={200}
        errorLevel="M"
        bordered={false}
        aria-label={texts.qr}
        role="img"
      />
      <p>{texts.byHand}</p>
      <p className="totp-key">{key.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <p>{texts.thenCode}</p>
      {failed}
      <Form<Schemas['SignInCode']> name="totp" layout="vertical" requiredMark={false} onFinish={confirm}>
        <Form.Item name="code" label={texts.code} rules={required}>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={10} />
        </Form.Item>
        <div className="row-of-buttons">
          <Button type="primary" htmlType="submit" loading={sending}>
            {texts.confirm}
          </Button>
          <Button onClick={() => setKey(null)}>{t.cancel}</Button>
        </div>
      </Form>
    </div>
  );
}
