import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface Tab<Key extends string> {
  key: Key;
  label: string;
  content: ReactNode;
}

/**
 * Tabs that wrap on a phone: Ant Design's hide the rest behind a button inside the list of tabs, which a screen reader does not
 * expect there. What was open once stays as it was left.
 */
export function Tabs<Key extends string>({ label, tabs }: { label: string; tabs: Tab<Key>[] }): ReactNode {
  const id = useId();
  const [shown, setShown] = useState(tabs[0]?.key);
  const [opened, setOpened] = useState<readonly Key[]>(tabs.slice(0, 1).map(({ key }) => key));
  const show = (key: Key): void => {
    setShown(key);
    setOpened((before) => (before.includes(key) ? before : [...before, key]));
  };
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const at = tabs.findIndex(({ key }) => key === shown);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    show(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ key, label: name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === shown}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === shown ? 0 : -1}
            onClick={() => show(key)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}-panel`}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== shown}
        >
          {opened.includes(key) && content}
        </div>
      ))}
    </div>
  );
}
