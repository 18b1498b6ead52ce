import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';

/** The heading of a table that can be downloaded. */
export function Titled(p: { id: string; text: string; download: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="titled">
      <h2 id={p.id}>{p.text}</h2>
      <Button size="small" className="no-print" onClick={p.download} aria-describedby={p.id}>
        {t.overview.download}
      </Button>
    </div>
  );
}
