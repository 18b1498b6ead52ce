import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api, ApiError } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { Gate } from '../shell/gate.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useSubmit } from '../shell/use-submit.ts';

/** The second step of signing in. */
export function CodeStep(p: { done: (me: Schemas['Me']) => void; back: () => void }): ReactNode {
  const { t } = useLanguage();
  const { sending, error, submit } = useSubmit();
  const problem = useProblem();
  const [recovery, setRecovery] = useState(false);
  const [form] = Form.useForm<Schemas['SignInCode']>();
  const texts = t.signingIn;
  const isOver = error instanceof ApiError && error.refusal?.code === 'signInOver';
  const send = (body: Schemas['SignInCode']): void =>
    submit(async () => {
      const { me } = await answerOf(api.POST('/api/console/v1/sign-in/code', { body }));
      if (me !== null) p.done(me);
    });
  const change = (): void => {
    form.resetFields();
    setRecovery(!recovery);
  };
  return (
    <Gate title={texts.codeTitle}>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {!isOver && (
        <>
          <p>{recovery ? texts.recoveryHint : texts.codeHint}</p>
          <Form<Schemas['SignInCode']>
            key={String(recovery)}
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={send}
          >
            <Form.Item
              name="code"
              label={recovery ? texts.recoveryCode : texts.code}
              rules={[{ required: true, message: t.signIn.missing }]}
            >
              <Input
                autoComplete="one-time-code"
                inputMode={recovery ? 'text' : 'numeric'}
                autoCapitalize="none"
                spellCheck={false}
                maxLength={40}
                autoFocus
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={sending}>
              {t.signIn.submit}
            </Button>
          </Form>
          <Button type="link" block onClick={change}>
            {recovery ? texts.useCode : texts.useRecovery}
          </Button>
        </>
      )}
      <Button type="link" block onClick={p.back}>
        {texts.backToPassword}
      </Button>
      <p className="hint">{texts.codeHelp}</p>
    </Gate>
  );
}
