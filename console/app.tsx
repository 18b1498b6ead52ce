import { ConfigProvider } from 'antd';
import antEnglish from 'antd/locale/en_US';
import antChinese from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { LanguageProvider, useLanguage } from './shell/language.tsx';
import { pageAt } from './pages/pages.tsx';
import { InvitationPage } from './pages/invitation.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { TelegramSignInPage } from './pages/telegram-sign-in.tsx';
import { Failed } from './shell/failed.tsx';
import { Frame } from './shell/frame.tsx';
import { usePath } from './shell/navigation.tsx';
import { SessionProvider, useSession } from './shell/session.tsx';
import { theme } from './shell/theme.ts';
import { Waiting } from './shell/waiting.tsx';

export function App(): ReactNode {
  return (
    <LanguageProvider>
      <Themed>
        <SessionProvider>
          <Pages />
        </SessionProvider>
      </Themed>
    </LanguageProvider>
  );
}

function Themed({ children }: { children: ReactNode }): ReactNode {
  const { locale } = useLanguage();
  return (
    <ConfigProvider
      locale={locale === 'en' ? antEnglish : antChinese}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

function Pages(): ReactNode {
  const path = usePath();
  const { state, error, refresh } = useSession();
  if (path === '/invitation') return <InvitationPage />;
  if (error !== null) return <Failed error={error} retry={refresh} />;
  if (state === null) return <Waiting />;
  if (state.me === null && path === '/telegram') return <TelegramSignInPage botId={state.telegramBotId} />;
  if (state.me === null) return <SignInPage />;
  const page = pageAt(path, state.me.role);
  return (
    <Frame me={state.me} page={page}>
      <Suspense fallback={<Waiting />}>{page.render()}</Suspense>
    </Frame>
  );
}
