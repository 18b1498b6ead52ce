import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { useAct } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import type { Edits, Workbench } from './workbench.ts';

/** Saves edits as a draft with a reason. Where somebody was quicker it says what changed, and what was written stays. */
export function SaveEdits(p: {
  bench: Workbench;
  basedOn: number;
  edits: Edits;
  /** The edits are to be made on this one from now on. */
  rebase: (basedOn: number) => void;
}): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const id = useId();
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<Schemas['SavedDraft'] | null>(null);
  const { sending, error, submit } = useSubmit();
  const problem = useProblem();
  const { packId } = p.bench.state;
  const save = (): void =>
    submit(async () => {
      const body = { packId, basedOn: p.basedOn, reason, ...p.edits };
      const answer = await act(async () => answerOf(api.POST('/api/console/v1/knowledge/save', { body })));
      setSaved(answer);
      p.bench.changed();
      if (answer.number === null) return;
      setReason('');
      p.rebase(answer.number);
    });
  return (
    <div className="stack">
      <label htmlFor={id}>{t.knowledge.reason}</label>
      <Input id={id} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      <div>
        <Button type="primary" loading={sending} onClick={save}>
          {t.knowledge.saveDraft}
        </Button>
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {saved !== null && (
        <Saved saved={saved} bench={p.bench} rebase={p.rebase} clear={() => setSaved(null)} />
      )}
    </div>
  );
}

function Saved(p: {
  saved: Schemas['SavedDraft'];
  bench: Workbench;
  rebase: (basedOn: number) => void;
  clear: () => void;
}): ReactNode {
  const { t, say } = useLanguage();
  const { number, refusal, issues, since } = p.saved;
  if (number !== null) {
    const more = issues.length === 0 ? '' : t.knowledge.savedWithIssues(issues.length);
    return <Alert type="success" showIcon role="status" title={`${t.knowledge.saved(number)}${more}`} />;
  }
  const takeLatest = (): void => {
    p.rebase(p.bench.state.base);
    p.clear();
  };
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={refusal === null ? '' : say(refusal)}
      description={
        refusal?.code === 'moved' && (
          <>
            <p>{t.knowledge.since}</p>
            <ul>
              {since.map((one) => (
                <li key={one.en}>{say(one)}</li>
              ))}
            </ul>
            <Button size="small" onClick={takeLatest}>
              {t.knowledge.takeLatest}
            </Button>
          </>
        )
      }
    />
  );
}
