import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { menuFor } from '../pages/pages.tsx';
import type { Page } from '../pages/pages.tsx';
import { AccountMenu } from './account-menu.tsx';
import { DemoMark } from './demo-mark.tsx';
import { useLanguage } from './language.tsx';
import { Link } from './navigation.tsx';
import type { Me } from './session.tsx';

/** What is around every page: the bar with menu and account, and the mark of the trial. */
export function Frame({ me, page, children }: { me: Me; page: Page; children: ReactNode }): ReactNode {
  const { t } = useLanguage();
  const title = t.pages[page.title];
  useEffect(() => {
    document.title = `${title} - ${t.appName}`;
  }, [title, t]);
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
        <AccountMenu name={me.name} />
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
