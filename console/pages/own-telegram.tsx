import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Section } from './section.tsx';

const read = async (): Promise<Schemas['TelegramState']> => answerOf(api.GET('/api/console/v1/telegram'));

/** Whether the own account can sign in with Telegram. Nothing where no bot is connected, and nothing is linked. */
export function OwnTelegram(): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const act = useAct();
  const problem = useProblem();
  const { data, error, again } = useReading(read);
  const { sending, error: refused, submit } = useSubmit();
  const texts = t.signingIn;
  if (error !== null) return <Failed error={error} retry={again} />;
  if (data === null || (state?.telegramBotId === null && !data.linked)) return null;
  const unlink = (): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/telegram/unlink')));
      again();
    });
  return (
    <Section title={texts.byTelegram}>
      <p>
        <strong>{data.linked ? texts.isLinked : texts.isNotLinked}</strong>
      </p>
      {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      {data.linked ? (
        <Button disabled={sending} onClick={unlink}>
          {texts.unlinkTelegram}
        </Button>
      ) : (
        <Link to="/telegram">{texts.linkTelegram}</Link>
      )}
    </Section>
  );
}
