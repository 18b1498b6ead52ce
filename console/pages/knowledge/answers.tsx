import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Failed } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { AnswerEditor } from './answer-editor.tsx';
import { contentOf, useRevision } from './workbench.ts';
import type { FaqEntry, Revision, Workbench } from './workbench.ts';

/** The answers topic by topic. */
export function Answers({ bench }: { bench: Workbench }): ReactNode {
  const { packId, base } = bench.state;
  const { data, error, again } = useRevision(packId, base);
  if (error !== null) return <Failed error={error} retry={again} />;
  return data === null ? null : <Chooser bench={bench} revision={data} />;
}

function Chooser({ bench, revision }: { bench: Workbench; revision: Revision }): ReactNode {
  const { t, say } = useLanguage();
  const [topic, setTopic] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { faq } = contentOf(revision);
  const labelled = useMemo(() => new Map(revision.topics.map((one) => [one.topic, one])), [revision.topics]);
  const nameOf = (id: string): string => {
    const known = labelled.get(id);
    return known === undefined ? id : say(known);
  };
  const wanted = text.trim().toLowerCase();
  const listed = faq.filter((entry) =>
    `${nameOf(entry.topic)} ${JSON.stringify(entry)}`.toLowerCase().includes(wanted),
  );
  const missing = revision.topics.filter((one) => !faq.some((entry) => entry.topic === one.topic));
  const entry = faq.find((one) => one.topic === topic) ?? (topic === null ? null : emptyEntry(topic));
  return (
    <div className="bench">
      <nav aria-label={t.knowledge.topics} className="panel topics">
        <Input
          type="search"
          aria-label={t.knowledge.findTopic}
          placeholder={t.knowledge.findTopic}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ul>
          {listed.map((one) => (
            <li key={one.topic}>
              <Button
                type={one.topic === topic ? 'primary' : 'text'}
                size="small"
                aria-current={one.topic === topic}
                onClick={() => setTopic(one.topic)}
              >
                {nameOf(one.topic)}
              </Button>
            </li>
          ))}
        </ul>
        {bench.mayEdit && missing.length > 0 && (
          <Select
            aria-label={t.knowledge.add}
            placeholder={t.knowledge.add}
            value={null}
            onChange={(id: string | null) => setTopic(id)}
            options={missing.map((one) => ({ value: one.topic, label: say(one) }))}
          />
        )}
      </nav>
      {entry === null ? (
        <p className="hint">{t.knowledge.chosenTopic}</p>
      ) : (
        <AnswerEditor
          key={entry.topic}
          bench={bench}
          revision={revision}
          entry={entry}
          name={nameOf(entry.topic)}
        />
      )}
    </div>
  );
}

const emptyEntry = (topic: string): FaqEntry => ({
  ...{ topic, questions: [], questionsEn: [], details: [], cites: [] },
  short: { 'zh-CN': '', en: '' },
});
