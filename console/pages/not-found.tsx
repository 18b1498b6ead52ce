import type { ReactNode } from 'react';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';

export function NotFoundPage(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="panel">
      <p>{t.notFoundHint}</p>
      <Link to="/">{t.toStart}</Link>
    </div>
  );
}
