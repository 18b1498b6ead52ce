import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { Gate } from '../shell/gate.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useSubmit } from '../shell/use-submit.ts';
import { CodeStep } from './code-step.tsx';

export function SignInPage(): ReactNode {
  const { t } = useLanguage();
  const { state, signedIn, ended } = useSession();
  const { sending, error, submit } = useSubmit();
  const problem = useProblem();
  const [codeAwaited, setCodeAwaited] = useState(false);
  const required = [{ required: true, message: t.signIn.missing }];
  const send = (body: Schemas['SignIn']): void =>
    submit(async () => {
      const { me } = await answerOf(api.POST('/api/console/v1/sign-in', { body }));
      if (me === null) setCodeAwaited(true);
      else signedIn(me);
    });
  if (codeAwaited) return <CodeStep done={signedIn} back={() => setCodeAwaited(false)} />;
  return (
    <Gate title={t.signIn.title}>
      {ended && error === null && <Alert type="info" showIcon title={t.signIn.ended} />}
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form<Schemas['SignIn']> layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="login" label={t.signIn.login} rules={required}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t.signIn.password} rules={required}>
          <Input.Password autoComplete="current-password" visibilityToggle={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={sending}>
          {t.signIn.submit}
        </Button>
      </Form>
      {state?.telegramBotId != null && (
        <p>
          <Link to="/telegram">{t.signingIn.byTelegram}</Link>
        </p>
      )}
      <p className="hint">{t.signIn.help}</p>
    </Gate>
  );
}
