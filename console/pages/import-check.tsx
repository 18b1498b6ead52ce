import { Alert, Button, Modal, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { ImportRows } from './import-rows.tsx';
import { saveFile } from './save-file.ts';
import { Section } from './section.tsx';

type Offer = Schemas['OfferedList'];
type Check = Schemas['CheckedList'];

interface CheckProps {
  offer: Offer;
  check: Check;
  sending: boolean;
  apply: (body: Schemas['ImportList']) => void;
}

/** What would be written, and what is wrong with which row. */
export function ImportCheck(props: CheckProps): ReactNode {
  const { t, say } = useLanguage();
  const { check, offer } = props;
  const { rowCount, accepted, listed, known, rejected, issues, issueCount, rows } = check;
  const facts: [string, number][] = [
    [t.imports.rows, rowCount],
    [t.imports.good, accepted],
    [t.imports.onList, listed],
    [t.imports.fresh, accepted - known],
    [t.imports.known, known],
    [t.imports.bad, rejected],
  ];
  return (
    <>
      <Section title={t.imports.checked}>
        <div role="status">
          <dl className="counts">
            {facts.map(([name, count]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        </div>
        {check.notices.map((notice) => (
          <Alert key={notice.en} type="info" showIcon title={say(notice)} />
        ))}
        <Confirmation {...props} />
      </Section>
      <Section title={t.imports.fileRows}>
        {issueCount > 0 && <p className="hint">{t.imports.issuesHint}</p>}
        {issueCount > issues.length && <p>{t.imports.moreIssues(issues.length, issueCount)}</p>}
        {rowCount > rows.length && <p className="hint">{t.imports.someRows(rows.length, rowCount)}</p>}
        {rejected > 0 && <Download offer={offer} />}
        <ImportRows check={check} />
      </Section>
    </>
  );
}

function Confirmation({ offer, check: { accepted }, sending, apply }: CheckProps): ReactNode {
  const { t } = useLanguage();
  const [id] = useState(newRequestId);
  const [asking, setAsking] = useState(false);
  return (
    <div className="above below">
      <Button type="primary" disabled={accepted === 0} loading={sending} onClick={() => setAsking(true)}>
        {t.imports.apply(accepted)}
      </Button>
      <span className="hint">{t.imports.checkedHint}</span>
      <Modal
        open={asking}
        title={t.imports.confirm(accepted)}
        okText={t.imports.yes}
        cancelText={t.cancel}
        onOk={() => {
          setAsking(false);
          apply({ ...offer, id });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t.imports.confirmHint}</p>
      </Modal>
    </div>
  );
}

function Download({ offer }: { offer: Offer }): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const send = (): void =>
    submit(async () => {
      const call = api.POST('/api/console/v1/imports/rejected', { body: offer, parseAs: 'blob' });
      saveFile(await act(async () => answerOf(call)), t.imports.downloadName);
    });
  return (
    <Space wrap>
      <Button onClick={send} loading={sending}>
        {t.imports.download}
      </Button>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
    </Space>
  );
}
