import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { useAct } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import type { Workbench } from './workbench.ts';

/** A question to what is served and to the draft: what each answers, and why. */
export function TryIt({ bench: { state } }: { bench: Workbench }): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const act = useAct();
  const problem = useProblem();
  const [question, setQuestion] = useState('');
  // With the revisions that were asked: what is served may be another by now.
  const [tried, setTried] = useState<{ number: number; answer: Schemas['TriedAnswer'] | null }[]>([]);
  const { sending, error, submit } = useSubmit();
  const numbers = state.draft === null ? [state.published] : [state.published, state.draft];
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    submit(async () => {
      const body = { packId: state.packId, numbers, question };
      const told = await act(async () => answerOf(api.POST('/api/console/v1/knowledge/try', { body })));
      setTried(numbers.map((number, at) => ({ number, answer: told.answers[at] ?? null })));
    });
  };
  return (
    <div className="stack">
      <form className="panel stack" onSubmit={ask}>
        <label htmlFor={id}>{t.knowledge.question}</label>
        <Input
          id={id}
          value={question}
          maxLength={1000}
          placeholder={t.knowledge.tryExample}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <p className="hint">{t.knowledge.tryHint}</p>
        <div>
          <Button type="primary" htmlType="submit" loading={sending} disabled={question.trim() === ''}>
            {t.knowledge.ask}
          </Button>
        </div>
        {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      </form>
      <div className="half" aria-live="polite">
        {tried.map(({ number, answer }) => (
          <Tried key={number} answer={answer} number={number} packId={state.packId} />
        ))}
      </div>
    </div>
  );
}

function Tried(p: { answer: Schemas['TriedAnswer'] | null; number: number; packId: string }): ReactNode {
  const { t, say } = useLanguage();
  const { answer } = p;
  return (
    <section className="panel" aria-label={t.knowledge.revision(p.number)}>
      <h2>{t.knowledge.revision(p.number)}</h2>
      {answer === null ? (
        <p>{t.knowledge.failed}</p>
      ) : (
        <>
          <p>
            <strong>{say(answer.outcomeName)}</strong> {answer.topic === null ? '' : say(answer.topic)}{' '}
            <span className="hint">{t.knowledge.confidence(answer.confidence)}</span>
          </p>
          <blockquote className="said">
            <p>{answer.text}</p>
            {answer.citations.map((one) => (
              <p key={one} className="hint">
                {one}
              </p>
            ))}
          </blockquote>
          {answer.pack !== p.packId && <p>{t.knowledge.otherPackChosen(answer.pack)}</p>}
          {answer.parts.map((part) => (
            <Part key={part.read} part={part} />
          ))}
        </>
      )}
    </section>
  );
}

function Part({ part }: { part: Schemas['TriedAnswer']['parts'][number] }): ReactNode {
  const { t, say } = useLanguage();
  return (
    <table className="plain">
      <caption>{`${t.knowledge.read}: ${part.read}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t.knowledge.candidates}</th>
          <th scope="col">{t.knowledge.score}</th>
          <th scope="col">{t.knowledge.because}</th>
        </tr>
      </thead>
      <tbody>
        {part.candidates.map((one) => (
          <tr key={one.id}>
            <th scope="row">{say(one)}</th>
            <td>{one.score.toFixed(1)}</td>
            <td className="cues">{one.because.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
