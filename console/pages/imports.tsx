import { Alert, Button, Upload } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useRefreshing } from '../shell/use-refreshing.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { Section } from './section.tsx';
import { toBase64 } from './to-base64.ts';

type Offer = Schemas['OfferedList'];

const mostBytes = 5 * 1024 * 1024;
const everyMs = 1_000;
const read = async (): Promise<Schemas['FirmImports']> => answerOf(api.GET('/api/console/v1/imports'));

/** From a file to firms: what each column is, what is wrong with which row, and then the import with its history. */
export default function ImportsPage(): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [check, setCheck] = useState<Schemas['CheckedList'] | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const { sending, error, submit } = useSubmit();
  const history = useReading(read);
  const imports = history.data?.imports ?? [];
  const isRunning = imports.some(({ state, undo }) => state === 'running' || undo === 'running');
  useRefreshing(history, { everyMs, wanted: isRunning });

  const look = useCallback(
    (next: Offer): void => {
      setOffer(next);
      submit(async () => {
        const call = api.POST('/api/console/v1/imports/check', { body: next });
        setCheck(await act(async () => answerOf(call)));
      });
    },
    [act, submit],
  );
  const take = async (file: File): Promise<void> => {
    setCheck(null);
    setOffer(null);
    if (file.size > mostBytes) {
      setUnread(t.imports.tooLarge);
      return;
    }
    try {
      const content = toBase64(new Uint8Array(await file.arrayBuffer()));
      setUnread(null);
      look({ fileName: file.name.slice(-255), content, unit: null, listed: null, fields: null });
    } catch {
      setUnread(t.imports.unreadable);
    }
  };
  const apply = (body: Schemas['ImportList']): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/imports/apply', { body })));
      setOffer(null);
      setCheck(null);
      history.again();
    });

  return (
    <div className="stack">
      <section className="panel" aria-label={t.pages.imports}>
        {offer === null ? (
          <Upload.Dragger
            accept=".xlsx,.csv"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(file) => {
              void take(file);
              return false;
            }}
          >
            <p>
              <strong>{t.imports.drop}</strong>
            </p>
            <p className="hint">{t.imports.dropHint}</p>
          </Upload.Dragger>
        ) : (
          <div className="above below">
            <span>{t.imports.file(offer.fileName)}</span>
            <Button
              onClick={() => {
                setOffer(null);
                setCheck(null);
              }}
            >
              {t.imports.another}
            </Button>
          </div>
        )}
        {unread !== null && <Alert type="error" showIcon role="alert" title={unread} />}
        {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
        {check?.problem != null && <Problem problem={check.problem} />}
      </section>
      {sending && check === null && <Waiting />}
      {offer !== null && check !== null && (
        <>
          {check.columns.length > 0 && <ImportMapping offer={offer} check={check} change={look} />}
          {check.problem === null && (
            <ImportCheck offer={offer} check={check} sending={sending} apply={apply} />
          )}
        </>
      )}
      <Section title={t.imports.history}>
        <ImportHistory
          imports={imports}
          reading={history.reading && history.data === null}
          changed={history.again}
        />
      </Section>
    </div>
  );
}

function Problem({ problem }: { problem: { zh: string; en: string } }): ReactNode {
  const { say } = useLanguage();
  return <Alert type="error" showIcon role="alert" title={say(problem)} />;
}
