import { Alert, Button, Checkbox, Input } from 'antd';
import { useCallback, useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { Failed, useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { byItself } from '../../shell/by-itself.ts';
import { useAct, useReading } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import { Section } from '../section.tsx';
import { EvaluationResult } from './evaluation-result.tsx';
import type { Workbench } from './workbench.ts';

type Evaluation = Schemas['Evaluation'];
const askAgainMs = 700;

/** The draft beside what is served: what differs, which answers change, and the decision. */
export function Publishing({ bench }: { bench: Workbench }): ReactNode {
  const { t } = useLanguage();
  const { draft } = bench.state;
  const [published, setPublished] = useState<number | null>(null);
  return (
    <div className="stack">
      {published !== null && (
        <Alert type="success" showIcon role="status" title={t.knowledge.published(published)} />
      )}
      {draft === null ? (
        <p>{t.knowledge.nothingToPublish}</p>
      ) : (
        <Draft key={draft} bench={bench} draft={draft} done={() => setPublished(draft)} />
      )}
    </div>
  );
}

function Draft({ bench, draft, done }: { bench: Workbench; draft: number; done: () => void }): ReactNode {
  const { t } = useLanguage();
  const { packId, published } = bench.state;
  const { evaluation, start, error } = useEvaluation(packId, draft, bench.mayEdit);
  const problem = useProblem();
  return (
    <>
      <Differences packId={packId} from={published} to={draft} />
      {bench.mayEdit && (
        <Section title={t.knowledge.evaluate}>
          <Button onClick={start} loading={evaluation?.state === 'running'}>
            {t.knowledge.evaluate}
          </Button>
          <div aria-live="polite">
            {error !== null && <Alert type="error" showIcon title={problem(error)} />}
            {evaluation?.state === 'running' && (
              <p>{t.knowledge.evaluating(evaluation.done, evaluation.total)}</p>
            )}
            {evaluation?.state === 'failed' && (
              <Alert type="error" showIcon title={t.knowledge.evaluationFailed} />
            )}
          </div>
          {evaluation?.result != null && <EvaluationResult result={evaluation.result} />}
        </Section>
      )}
      <Section title={t.knowledge.publish}>
        {!bench.state.mayPublish ? (
          <p>{t.knowledge.mayNotPublish}</p>
        ) : evaluation?.result == null ? (
          <p>{t.knowledge.evaluateFirst}</p>
        ) : (
          <Decision bench={bench} number={draft} holds={evaluation.result.gate.holds} done={done} />
        )}
      </Section>
    </>
  );
}

/** What differs between two revisions, in words. */
export function Differences(p: { packId: string; from: number; to: number; title?: string }): ReactNode {
  const { packId, from, to } = p;
  const { t, say } = useLanguage();
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/knowledge/compare', { body: { packId, from, to } })),
    [packId, from, to],
  );
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  const differences = data?.differences ?? [];
  return (
    <Section title={p.title ?? t.knowledge.differences}>
      {data !== null && differences.length === 0 && <p>{t.knowledge.noDifferences}</p>}
      <ul>
        {differences.map((one) => (
          <li key={one.en}>{say(one)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Runs on the server, and goes on when somebody leaves the page; asked for again until it has ended. */
function useEvaluation(packId: string, number: number, may: boolean) {
  const act = useAct();
  const [evaluation, setEvaluation] = useState<Evaluation | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(
    ({ start }: { start: boolean }) => {
      setError(null);
      const body = { packId, number, start };
      const headers = start ? {} : byItself;
      act(async () => answerOf(api.POST('/api/console/v1/knowledge/evaluate', { body, headers }))).then(
        setEvaluation,
        setError,
      );
    },
    [act, packId, number],
  );
  useEffect(() => {
    if (may) look({ start: false });
  }, [look, may]);
  useEffect(() => {
    if (evaluation?.state !== 'running') return undefined;
    const timer = setTimeout(() => look({ start: false }), askAgainMs);
    return () => clearTimeout(timer);
  }, [evaluation, look]);
  return { evaluation, error, start: () => look({ start: true }) };
}

function Decision(p: { bench: Workbench; number: number; holds: boolean; done: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const id = useId();
  const act = useAct();
  const problem = useProblem();
  const { packId, turn } = p.bench.state;
  const [reason, setReason] = useState('');
  const [force, setForce] = useState(false);
  const [refused, setRefused] = useState<Schemas['PublishedRevision'] | null>(null);
  const { sending, error, submit } = useSubmit();
  const publish = (): void =>
    submit(async () => {
      const body = { packId, number: p.number, turn, reason, force };
      const answer = await act(async () => answerOf(api.POST('/api/console/v1/knowledge/publish', { body })));
      if (answer.published) p.done();
      else setRefused(answer);
      p.bench.changed();
    });
  return (
    <div className="stack">
      <label htmlFor={id}>{t.knowledge.publishReason}</label>
      <Input id={id} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      {!p.holds && (
        <Checkbox checked={force} onChange={({ target }) => setForce(target.checked)}>
          {t.knowledge.force}
        </Checkbox>
      )}
      <div>
        <Button
          type="primary"
          loading={sending}
          disabled={reason.trim() === '' || (!p.holds && !force)}
          onClick={publish}
        >
          {t.knowledge.publish}
        </Button>
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {refused?.refusal != null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={say(refused.refusal)}
          description={
            <ul>
              {refused.issues.map((issue, at) => (
                <li key={`${issue.path} ${at}`}>{say(issue)}</li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
