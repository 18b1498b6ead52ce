import { Alert, Button, Form, Input } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { Gate } from '../shell/gate.tsx';
import { useLanguage } from '../shell/language.tsx';
import { goTo } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { CodeStep } from './code-step.tsx';

/** Where an invitation is accepted. Its token stands behind the `#`: a browser sends that to no server. */
export function InvitationPage(): ReactNode {
  const { t } = useLanguage();
  const { signedIn } = useSession();
  const [token] = useState(() => location.hash.slice(1));
  const [codeAwaited, setCodeAwaited] = useState(false);
  const done = (me: Schemas['Me']): void => {
    goTo('/');
    signedIn(me);
  };
  if (codeAwaited) return <CodeStep done={done} back={() => goTo('/')} />;
  return (
    <Gate title={t.invitation.title}>
      {token === '' ? (
        <Alert type="warning" showIcon title={t.invitation.noToken} />
      ) : (
        <Invited token={token} done={done} codeAwaited={() => setCodeAwaited(true)} />
      )}
    </Gate>
  );
}

function Invited(p: Accepting): ReactNode {
  const { token } = p;
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/invitation', { body: { token } })),
    [token],
  );
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  return data === null ? <Waiting /> : <AcceptForm {...p} invited={data} />;
}

interface Given {
  name: string;
  login: string;
  password: string;
  again: string;
}

interface Accepting {
  token: string;
  done: (me: Schemas['Me']) => void;
  codeAwaited: () => void;
}

function AcceptForm(p: Accepting & { invited: Schemas['InvitationState'] }): ReactNode {
  const { token, invited } = p;
  const { t } = useLanguage();
  const { sending, error, submit } = useSubmit();
  const problem = useProblem();
  const texts = t.invitation;
  const required = [{ required: true, message: t.signIn.missing }];
  const send = ({ name, login, password }: Given): void =>
    submit(async () => {
      const body = { token, name, login, password };
      const { me } = await answerOf(api.POST('/api/console/v1/invitation/accept', { body }));
      if (me === null) p.codeAwaited();
      else p.done(me);
    });
  return (
    <>
      <p>{texts.welcome(invited.name)}</p>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form<Given>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: invited.name, login: invited.login ?? '' }}
        onFinish={send}
      >
        <Form.Item name="name" label={texts.name} rules={required}>
          <Input autoComplete="name" maxLength={50} />
        </Form.Item>
        <Form.Item name="login" label={texts.login} extra={texts.loginHint} rules={required}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={32} />
        </Form.Item>
        <Form.Item name="password" label={texts.password} extra={texts.passwordHint} rules={required}>
          <Input.Password autoComplete="new-password" visibilityToggle={false} />
        </Form.Item>
        <Form.Item
          name="again"
          label={texts.again}
          dependencies={['password']}
          rules={[
            ...required,
            ({ getFieldValue }) => ({
              validator: async (_rule, value: string) => {
                if (value !== getFieldValue('password')) throw new Error(texts.differs);
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" visibilityToggle={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={sending}>
          {texts.submit}
        </Button>
      </Form>
    </>
  );
}
