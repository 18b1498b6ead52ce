import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { telegramScript, TelegramUnreachable } from '../shell/telegram-login.ts';
import type { TelegramLoginData } from '../shell/telegram-login.ts';
import { useSubmit } from '../shell/use-submit.ts';

interface TelegramButton {
  botId: number;
  label: string;
  /** False: something is to be filled in first. */
  ready?: () => Promise<boolean>;
  /** Throws what is to be shown. */
  send: (data: TelegramLoginData) => Promise<void>;
}

/** Asks Telegram who is there, and hands over what it says. */
export function TelegramButton({ botId, label, ready, send }: TelegramButton): ReactNode {
  const { t, locale } = useLanguage();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const ask = (): void =>
    submit(async () => {
      if (ready !== undefined && !(await ready())) return;
      const { Login } = await telegramScript();
      Login.auth({ bot_id: botId, lang: locale === 'en' ? 'en' : 'zh-hans' }, (data) => {
        if (data) submit(async () => send(data));
      });
    });
  const said = error instanceof TelegramUnreachable ? t.signingIn.telegramUnreachable : problem(error);
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={said} />}
      <Button type="primary" onClick={ask} loading={sending}>
        {label}
      </Button>
    </>
  );
}
