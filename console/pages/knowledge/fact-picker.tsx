import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../shell/language.tsx';
import type { Revision } from './workbench.ts';

const mostShown = 12;

/** Facts that an answer may take, by what they say or are called. */
export function FactPicker(p: {
  facts: Revision['facts'];
  choose: (placeholder: string) => void;
}): ReactNode {
  const { t, say } = useLanguage();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found =
    wanted === ''
      ? []
      : p.facts.filter(({ placeholder, zh, en }) =>
          `${placeholder} ${zh} ${en}`.toLowerCase().includes(wanted),
        );
  return (
    <div className="field">
      <Input
        type="search"
        aria-label={t.knowledge.facts}
        placeholder={t.knowledge.findFact}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="hint">{t.knowledge.factsHint}</span>
      {found.length > 0 && (
        <ul className="facts-found">
          {found.slice(0, mostShown).map((fact) => (
            <li key={fact.placeholder}>
              {/* The field that is written in keeps its caret. */}
              <Button
                size="small"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => p.choose(fact.placeholder)}
              >
                {fact.placeholder}
              </Button>{' '}
              {say(fact).slice(0, 60)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
