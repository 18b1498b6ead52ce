import { Button } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { DemoMark } from './demo-mark.tsx';
import { useLanguage } from './language.tsx';

/** A page for somebody who is not signed in. */
export function Gate({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t, switchLanguage } = useLanguage();
  useEffect(() => {
    document.title = `${title} - ${t.appName}`;
  }, [title, t]);
  return (
    <>
      <DemoMark />
      <main className="gate">
        <div className="card">
          <p className="app">{t.appName}</p>
          <h1>{title}</h1>
          {children}
        </div>
        <Button type="link" onClick={switchLanguage}>
          {t.otherLanguage}
        </Button>
      </main>
    </>
  );
}
