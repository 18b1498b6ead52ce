import { Alert } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { TelegramLoginData } from '../shell/telegram-login.ts';
import { Gate } from '../shell/gate.tsx';
import { useLanguage } from '../shell/language.tsx';
import { goTo, Link } from '../shell/navigation.tsx';
import { CodeStep } from './code-step.tsx';
import { TelegramButton } from './telegram-button.tsx';

/** Apart from the sign-in page: what is loaded from Telegram is allowed here alone. */
export function TelegramSignInPage({ botId }: { botId: number | null }): ReactNode {
  const { t } = useLanguage();
  const [codeAwaited, setCodeAwaited] = useState(false);
  const send = async (data: TelegramLoginData): Promise<void> => {
    const { me } = await answerOf(api.POST('/api/console/v1/sign-in/telegram', { body: { data } }));
    if (me === null) setCodeAwaited(true);
    else goTo('/');
  };
  if (codeAwaited) return <CodeStep done={() => goTo('/')} back={() => goTo('/')} />;
  return (
    <Gate title={t.signingIn.byTelegram}>
      <div className="stack">
        {botId === null ? (
          <Alert type="info" showIcon title={t.signingIn.noTelegram} />
        ) : (
          <>
            <p className="hint">{t.signingIn.byTelegramHint}</p>
            <TelegramButton botId={botId} label={t.signingIn.byTelegram} send={send} />
          </>
        )}
        <Link to="/">{t.signingIn.byPassword}</Link>
      </div>
    </Gate>
  );
}
