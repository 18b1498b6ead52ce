import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { saveFile } from './save-file.ts';

interface ExportProps {
  query: Schemas['FirmFilter'];
  label: string;
}

/** Firms with their contacts, as a sheet: for whoever sees contacts whole. */
export function ExportFirms({ query, label }: ExportProps): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const send = (): void =>
    submit(async () => {
      const call = api.POST('/api/console/v1/firms/export', { body: query, parseAs: 'blob' });
      saveFile(await act(async () => answerOf(call)), `${t.pages.firms}.xlsx`);
    });
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Button onClick={send} loading={sending}>
        {label}
      </Button>
    </>
  );
}
