import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';

export function Waiting(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="waiting" role="status" aria-label={t.loading}>
      <Spin />
    </div>
  );
}
