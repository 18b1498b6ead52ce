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

/** Where an invitation is accepted. Its token stands behind the `#`: a browser sends that to no server. */
export function InvitationPage(): ReactNode {
  const { t } = useLanguage();
  const [token] = useState(() => location.hash.slice(1));
  return (
    <Gate title={t.invitation.title}>
      {token === '' ? (
        <Alert type="warning" showIcon title={t.invitation.noToken} />
      ) : (
        <Invited token={token} />
      )}
    </Gate>
  );
}

function Invited({ token }: { token: string }): ReactNode {
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/invitation', { body: { token } })),
    [token],
  );
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  return data === null ? <Waiting /> : <AcceptForm token={token} invited={data} />;
}

interface Given {
  name: string;
  login: string;
  password: string;
  again: string;
}

function AcceptForm({ token, invited }: { token: string; invited: Schemas['InvitationState'] }): ReactNode {
  const { t } = useLanguage();
  const { signedIn } = useSession();
  const { sending, error, submit } = useSubmit();
  const problem = useProblem();
  const texts = t.invitation;
  const required = [{ required: true, message: t.signIn.missing }];
  const send = ({ name, login, password }: Given): void =>
    submit(async () => {
      const body = { token, name, login, password };
      const me = await answerOf(api.POST('/api/console/v1/invitation/accept', { body }));
      goTo('/');
      signedIn(me);
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
