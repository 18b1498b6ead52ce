import { Alert, Button, Checkbox, Input, Popconfirm, Select, Space, Tag } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { Failed, useProblem } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { useAct, useReading } from '../../shell/use-call.ts';
import { useSubmit } from '../../shell/use-submit.ts';
import { when } from '../../shell/when.ts';
import { Section } from '../section.tsx';
import { contentOf, useRevision } from './workbench.ts';
import type { Workbench } from './workbench.ts';

type Question = Schemas['OpenQuestion'];
const read = async (): Promise<Schemas['QuestionQueue']> => answerOf(api.GET('/api/console/v1/questions'));

/** What the bot could not answer, or what was found of no use; the most asked first. */
export function Questions({ bench }: { bench: Workbench }): ReactNode {
  const { t } = useLanguage();
  const { data, error, again } = useReading(read);
  const [said, setSaid] = useState<string | null>(null);
  if (error !== null) return <Failed error={error} retry={again} />;
  const done = (words: string | null): void => {
    setSaid(words);
    again();
  };
  return (
    <div className="stack">
      <p className="hint">{t.knowledge.queueHint}</p>
      {said !== null && <Alert type="success" showIcon role="status" title={said} />}
      {data?.open.length === 0 && <p>{t.knowledge.queueEmpty}</p>}
      {data?.open.map((question) => (
        <One key={question.id} bench={bench} question={question} done={done} />
      ))}
      {data !== null && data.kept.length > 0 && <Kept kept={data.kept} bench={bench} done={done} />}
    </div>
  );
}

function One(p: { bench: Workbench; question: Question; done: (words: string | null) => void }): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { error, submit } = useSubmit();
  const [open, setOpen] = useState<'answer' | 'faq' | null>(null);
  const { id, text, count, lastAskedAt, outcome, useless, otherPack } = p.question;
  const dismiss = (): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/questions/dismiss', { body: { id } })));
      p.done(null);
    });
  return (
    <section className="panel" aria-labelledby={`question-${id}`}>
      <div className="titled">
        <h2 id={`question-${id}`}>{text}</h2>
        <Space wrap>
          <Tag>{t.knowledge.asked(count)}</Tag>
          <Tag {...(useless ? { color: 'orange' } : {})}>{say(outcome)}</Tag>
          {otherPack !== null && <Tag>{otherPack}</Tag>}
          <span className="hint">{when(lastAskedAt)}</span>
        </Space>
      </div>
      {p.bench.mayEdit && (
        <Space wrap>
          <Button size="small" aria-expanded={open === 'answer'} onClick={() => setOpen('answer')}>
            {t.knowledge.answer}
          </Button>
          <Button size="small" aria-expanded={open === 'faq'} onClick={() => setOpen('faq')}>
            {t.knowledge.toFaq}
          </Button>
          <Popconfirm title={t.knowledge.dismissAsk} okText={t.knowledge.dismiss} onConfirm={dismiss}>
            <Button size="small">{t.knowledge.dismiss}</Button>
          </Popconfirm>
        </Space>
      )}
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {open === 'answer' && <AnswerIt question={p.question} done={p.done} />}
      {open === 'faq' && <ToFaq bench={p.bench} question={p.question} done={p.done} />}
    </section>
  );
}

function AnswerIt({ question, done }: { question: Question; done: (words: string) => void }): ReactNode {
  const { t, say } = useLanguage();
  const id = useId();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [text, setText] = useState('');
  const [keep, setKeep] = useState(false);
  const [refusal, setRefusal] = useState<Schemas['QuestionAnswered']['refusal']>(null);
  const send = (): void =>
    submit(async () => {
      const body = { id: question.id, text, keep };
      const answer = await act(async () => answerOf(api.POST('/api/console/v1/questions/answer', { body })));
      setRefusal(answer.refusal);
      if (answer.refusal === null) done(t.knowledge.answered(answer.toTell, answer.unreachable));
    });
  return (
    <div className="stack">
      <label htmlFor={id}>{t.knowledge.answerText}</label>
      <Input.TextArea id={id} rows={3} value={text} onChange={({ target }) => setText(target.value)} />
      <Checkbox checked={keep} onChange={({ target }) => setKeep(target.checked)}>
        {t.knowledge.keep}
      </Checkbox>
      <div>
        <Button type="primary" loading={sending} disabled={text.trim() === ''} onClick={send}>
          {t.knowledge.send}
        </Button>
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {refusal !== null && <Alert type="error" showIcon role="alert" title={say(refusal)} />}
    </div>
  );
}

function ToFaq(p: { bench: Workbench; question: Question; done: (words: string) => void }): ReactNode {
  const { t, say } = useLanguage();
  const [asking, into] = [useId(), useId()];
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [text, setText] = useState(p.question.text);
  const [topic, setTopic] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Schemas['SavedDraft']['refusal']>(null);
  const { packId, base } = p.bench.state;
  const { data } = useRevision(packId, base);
  const held = data === null ? [] : contentOf(data).faq.map((entry) => entry.topic);
  const add = (): void =>
    submit(async () => {
      const body = { id: p.question.id, packId, basedOn: base, topic: topic ?? '', question: text };
      const answer = await act(async () => answerOf(api.POST('/api/console/v1/questions/to-faq', { body })));
      setRefusal(answer.refusal);
      p.bench.changed();
      if (answer.refusal === null) p.done(t.knowledge.toFaqDone);
    });
  return (
    <div className="stack">
      <label htmlFor={asking}>{t.knowledge.toFaqQuestion}</label>
      <Input id={asking} value={text} maxLength={300} onChange={({ target }) => setText(target.value)} />
      <label htmlFor={into}>{t.knowledge.toFaqTopic}</label>
      <Select
        id={into}
        value={topic}
        onChange={setTopic}
        options={(data?.topics ?? [])
          .filter((one) => held.includes(one.topic))
          .map((one) => ({ value: one.topic, label: say(one) }))}
      />
      <div>
        <Button
          type="primary"
          loading={sending}
          disabled={topic === null || text.trim() === '' || /[〔〕]/u.test(text)}
          onClick={add}
        >
          {t.knowledge.toFaq}
        </Button>
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {refusal !== null && <Alert type="error" showIcon role="alert" title={say(refusal)} />}
    </div>
  );
}

function Kept(p: {
  kept: Schemas['KeptAnswer'][];
  bench: Workbench;
  done: (words: string | null) => void;
}): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { error, submit } = useSubmit();
  const revoke = (id: number): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/questions/revoke', { body: { id } })));
      p.done(null);
    });
  return (
    <Section title={t.knowledge.kept}>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <ul>
        {p.kept.map(({ id, text, questions, by, at }) => (
          <li key={id}>
            <strong>{questions[0]}</strong>
            <p className="said">{text}</p>
            <span className="hint">{t.knowledge.keptLine(by, when(at))}</span>{' '}
            {p.bench.mayEdit && (
              <Button size="small" onClick={() => revoke(id)}>
                {t.knowledge.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
