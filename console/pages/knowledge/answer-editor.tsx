import { Button, Space } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../shell/language.tsx';
import { Cites, Lines, Prose } from './answer-fields.tsx';
import { FactPicker } from './fact-picker.tsx';
import { Preview } from './preview.tsx';
import { SaveEdits } from './save-edits.tsx';
import { usePreview } from './use-preview.ts';
import { useBase } from './use-base.ts';
import { noEdits } from './workbench.ts';
import type { Edits, FaqEntry, LocalText, Revision, Workbench } from './workbench.ts';

interface Focus {
  field: HTMLTextAreaElement;
  change: (text: string) => void;
}

/** One answer in both languages, with what the bot would say, and the facts at hand. */
export function AnswerEditor(p: {
  bench: Workbench;
  revision: Revision;
  entry: FaqEntry;
  name: string;
}): ReactNode {
  const { t } = useLanguage();
  const { bench, revision } = p;
  const [entry, setEntry] = useState(p.entry);
  const [basedOn, rebase] = useBase(revision, p.entry);
  const [removed, setRemoved] = useState(false);
  const focus = useRef<Focus | null>(null);
  const [edits, setEdits] = useState<Edits>({ ...noEdits, faq: [p.entry] });
  const preview = usePreview(bench.state.packId, basedOn, bench.mayEdit ? edits : null);
  const change = (next: FaqEntry): void => {
    setEntry(next);
    setRemoved(false);
    setEdits({ ...noEdits, faq: [next] });
  };
  const issues = (preview?.issues ?? []).filter(({ topic }) => topic === entry.topic);
  const core = revision.topics.find(({ topic }) => topic === entry.topic)?.core ?? true;
  const prose = (label: string, path: string, text: string, set: (text: string) => void): ReactNode => (
    <Prose
      key={path}
      {...{ label, text, issues: issues.filter((issue) => issue.path === path) }}
      readOnly={!bench.mayEdit}
      change={set}
      focused={(field) => {
        focus.current = { field, change: set };
      }}
    />
  );
  const both = (path: string, text: LocalText, names: [string, string], set: (text: LocalText) => void) => [
    prose(names[0], `${path}.zh-CN`, text['zh-CN'], (zh) => set({ ...text, 'zh-CN': zh })),
    prose(names[1], `${path}.en`, text.en, (en) => set({ ...text, en })),
  ];
  const setDetail = (at: number, text: LocalText | null): void =>
    change({
      ...entry,
      details: entry.details.flatMap((one, i) => (i !== at ? [one] : text === null ? [] : [text])),
    });
  const insert = (placeholder: string): void => {
    const at = focus.current;
    if (at === null) return;
    const { selectionStart, selectionEnd, value } = at.field;
    at.change(value.slice(0, selectionStart) + placeholder + value.slice(selectionEnd));
    at.field.focus();
  };
  return (
    <div className="stack">
      <section className="panel stack" aria-labelledby="answer">
        <h2 id="answer">{p.name}</h2>
        <div className="half">
          {both('short', entry.short, [t.knowledge.shortZh, t.knowledge.shortEn], (short) =>
            change({ ...entry, short }),
          )}
        </div>
        {entry.details.map((text, at) => (
          // Paragraphs have nothing but their place to know them by.
          <div key={at} className="half">
            {both(
              `details.${at}`,
              text,
              [t.knowledge.detail(at + 1, t.knowledge.zh), t.knowledge.detail(at + 1, t.knowledge.en)],
              (next) => setDetail(at, next),
            )}
            {bench.mayEdit && (
              <Button size="small" onClick={() => setDetail(at, null)}>
                {t.knowledge.removeDetail(at + 1)}
              </Button>
            )}
          </div>
        ))}
        {bench.mayEdit && (
          <Space wrap>
            <Button
              size="small"
              onClick={() => change({ ...entry, details: [...entry.details, { 'zh-CN': '', en: '' }] })}
            >
              {t.knowledge.addDetail}
            </Button>
            {!core && (
              <Button
                size="small"
                danger
                disabled={removed}
                onClick={() => {
                  setRemoved(true);
                  setEdits({ ...noEdits, removed: [entry.topic] });
                }}
              >
                {t.knowledge.removeTopic}
              </Button>
            )}
          </Space>
        )}
        <div className="half">
          <Lines
            label={t.knowledge.questions}
            issues={issues.filter(({ path }) => path.split('.')[0] === 'questions')}
            lines={entry.questions}
            readOnly={!bench.mayEdit}
            change={(questions) => change({ ...entry, questions })}
          />
          <Lines
            label={t.knowledge.questionsEn}
            issues={issues.filter(({ path }) => path.split('.')[0] === 'questionsEn')}
            lines={entry.questionsEn}
            readOnly={!bench.mayEdit}
            change={(questionsEn) => change({ ...entry, questionsEn })}
          />
        </div>
        <Cites entry={entry} revision={revision} readOnly={!bench.mayEdit} change={change} issues={issues} />
        {bench.mayEdit && <FactPicker facts={revision.facts} choose={insert} />}
        {bench.mayEdit && (
          <SaveEdits bench={bench} basedOn={basedOn} edits={edits} rebase={(on) => rebase(on, entry)} />
        )}
      </section>
      {bench.mayEdit && <Preview preview={preview} topics={revision.topics} />}
    </div>
  );
}
