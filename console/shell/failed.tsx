import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';
import { useLanguage } from './language.tsx';

/** What went wrong, in the reader's language. */
export function useProblem(): (error: unknown) => string {
  const { t, say } = useLanguage();
  return (error) => (error instanceof ApiError && error.refusal !== null ? say(error.refusal) : t.noAnswer);
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const { t } = useLanguage();
  const problem = useProblem();
  return (
    <Alert type="error" showIcon title={problem(error)} action={<Button onClick={retry}>{t.retry}</Button>} />
  );
}
