import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';

export function DemoMark(): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  if (state?.trial !== true) return null;
  return (
    <aside className="demo" aria-label={t.demo}>
      <strong>{t.demo}</strong> · {t.demoHint}
    </aside>
  );
}
