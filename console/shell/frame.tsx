import { Button } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import { menuFor } from '../pages/pages.tsx';
import type { Page } from '../pages/pages.tsx';
import { DemoMark } from './demo-mark.tsx';
import { useLanguage } from './language.tsx';
import { Link } from './navigation.tsx';
import { useSession } from './session.tsx';
import type { Me } from './session.tsx';

/** What is around every page: the bar with menu and account, and the mark of the trial. */
export function Frame({ me, page, children }: { me: Me; page: Page; children: ReactNode }): ReactNode {
  const { t, switchLanguage } = useLanguage();
  const { signedOut } = useSession();
  const title = t.pages[page.title];
  useEffect(() => {
    document.title = `${title} - ${t.appName}`;
  }, [title, t]);
  const signOut = (): void => {
    // Also where the server does not answer: nobody is left looking at data after signing out.
    void answerOf(api.POST('/api/console/v1/sign-out')).catch(() => undefined);
    signedOut();
  };
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <DemoMark />
      <header className="bar">
        <span className="brand">{t.appName}</span>
        <nav aria-label={t.menu}>
          {menuFor(me.role).map(({ path, title: name }) => (
            <Link key={path} to={path} current={name === page.title}>
              {t.pages[name]}
            </Link>
          ))}
        </nav>
        <span className="who">
          <span>{me.name}</span>
          <Button type="text" size="small" className="language" onClick={switchLanguage}>
            {t.otherLanguage}
          </Button>
          <Button type="text" size="small" className="leave" onClick={signOut}>
            {t.own.signOut}
          </Button>
        </span>
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
