import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../shell/language.tsx';
import { rowsFor } from './rows-for.ts';
import type { FaqEntry, Issue, Revision } from './workbench.ts';

function Problems({ id, issues }: { id: string; issues: Issue[] }): ReactNode {
  const { say } = useLanguage();
  if (issues.length === 0) return null;
  return (
    <span id={id} className="problem">
      {issues.map(say).join(' ')}
    </span>
  );
}

interface Field {
  label: string;
  issues: Issue[];
  readOnly: boolean;
}

export function Prose(
  p: Field & {
    text: string;
    change: (text: string) => void;
    focused: (field: HTMLTextAreaElement) => void;
  },
): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{p.label}</label>
      <Input.TextArea
        id={id}
        rows={rowsFor(p.text, 2, 8)}
        value={p.text}
        readOnly={p.readOnly}
        status={p.issues.length === 0 ? '' : 'error'}
        aria-describedby={`${id}-problems`}
        onFocus={({ target }) => p.focused(target)}
        onChange={({ target }) => p.change(target.value)}
      />
      <Problems id={`${id}-problems`} issues={p.issues} />
    </div>
  );
}

export function Lines(p: Field & { lines: string[]; change: (lines: string[]) => void }): ReactNode {
  const id = useId();
  const [text, setText] = useState(p.lines.join('\n'));
  return (
    <div className="field">
      <label htmlFor={id}>{p.label}</label>
      <Input.TextArea
        id={id}
        rows={rowsFor(text, 3, 12)}
        value={text}
        readOnly={p.readOnly}
        status={p.issues.length === 0 ? '' : 'error'}
        aria-describedby={`${id}-problems`}
        onChange={({ target }) => {
          setText(target.value);
          p.change(target.value.split('\n').filter((line) => line.trim() !== ''));
        }}
      />
      <Problems id={`${id}-problems`} issues={p.issues} />
    </div>
  );
}

export function Cites(p: {
  entry: FaqEntry;
  revision: Revision;
  readOnly: boolean;
  change: (entry: FaqEntry) => void;
  issues: Issue[];
}): ReactNode {
  const { t, say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.knowledge.cites}</label>
      <Select
        id={id}
        mode="tags"
        value={p.entry.cites}
        disabled={p.readOnly}
        onChange={(cites: string[]) => p.change({ ...p.entry, cites })}
        options={p.revision.groups.map((group) => ({ value: group.name, label: say(group) }))}
      />
      <Problems
        id={`${id}-problems`}
        issues={p.issues.filter(({ path }) => path.split('.')[0] === 'cites')}
      />
    </div>
  );
}
