import { Alert, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { goTo, Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import type { TelegramLoginData } from '../shell/telegram-login.ts';
import { useAct } from '../shell/use-call.ts';
import { Section } from './section.tsx';
import { TelegramButton } from './telegram-button.tsx';

/** Links the own Telegram account. Apart from the own account’s page: what is loaded from Telegram is allowed here alone. */
export default function LinkTelegramPage(): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const act = useAct();
  const [form] = Form.useForm<{ password: string }>();
  const botId = state?.telegramBotId ?? null;
  const texts = t.signingIn;
  const ready = async (): Promise<boolean> =>
    form.validateFields().then(
      () => true,
      () => false,
    );
  const send = async (data: TelegramLoginData): Promise<void> => {
    const body = { ...form.getFieldsValue(), data };
    await act(async () => answerOf(api.POST('/api/console/v1/telegram/link', { body })));
    goTo('/account');
  };
  return (
    <Section title={texts.byTelegram}>
      <div className="narrow stack">
        <p>{texts.telegramWhy}</p>
        {botId === null ? (
          <Alert type="info" showIcon title={texts.noTelegram} />
        ) : (
          <div>
            <Form form={form} name="telegram" layout="vertical" requiredMark={false}>
              <Form.Item
                name="password"
                label={texts.password}
                rules={[{ required: true, message: t.signIn.missing }]}
              >
                <Input.Password autoComplete="current-password" visibilityToggle={false} />
              </Form.Item>
            </Form>
            <TelegramButton botId={botId} label={texts.linkTelegram} ready={ready} send={send} />
          </div>
        )}
        <Link to="/account">{texts.backToAccount}</Link>
      </div>
    </Section>
  );
}
