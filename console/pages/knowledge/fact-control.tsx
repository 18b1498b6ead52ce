import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../shell/language.tsx';
import type { FactSchema } from './fact-schema.ts';
import type { Issue } from './workbench.ts';

export interface Field {
  schema: FactSchema;
  /** In the pack, as the check names it. */
  path: string;
  name: string;
  value: unknown;
  change: (value: unknown) => void;
  readOnly: boolean;
  issues: Issue[];
  sources: { id: string; sections: string[] }[];
  /** The group that it stands in. */
  within?: Record<string, unknown>;
}

export const labelOf = (name: string, fields: Record<string, string>): string => fields[name] ?? name;

/** One value: a choice, a figure, yes or no, or words. */
export function Plain(p: Field): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const { schema, value, change } = p;
  const label = labelOf(p.name, t.knowledge.fields);
  if (schema.type === 'boolean') {
    return (
      <Checkbox
        checked={value === true}
        disabled={p.readOnly}
        onChange={({ target }) => change(target.checked)}
      >
        {label}
      </Checkbox>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control {...p} id={id} />
    </div>
  );
}

function Control(p: Field & { id: string }): ReactNode {
  const { schema, value, change, id, sources } = p;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const choices = choicesFor(p);
  if (choices !== null) {
    const options = choices.map((one) => ({ value: one, label: one }));
    return <Select id={id} value={text} disabled={p.readOnly} onChange={change} options={options} />;
  }
  if (schema.type === 'number' || schema.type === 'integer') {
    return (
      <InputNumber
        id={id}
        value={typeof value === 'number' ? value : null}
        readOnly={p.readOnly}
        onChange={(next) => change(next)}
      />
    );
  }
  if (p.name === 'section') {
    const source = sources.find((one) => one.id === p.within?.['source']);
    const options = (source?.sections ?? []).map((one) => ({ value: one }));
    return <AutoComplete id={id} value={text} disabled={p.readOnly} onChange={change} options={options} />;
  }
  return <Input id={id} value={text} readOnly={p.readOnly} onChange={({ target }) => change(target.value)} />;
}

/** Where only some values may stand; null for anything. */
function choicesFor({ schema, name, sources, path }: Field): string[] | null {
  if (schema.enum !== undefined) return schema.enum;
  if (typeof schema.const === 'string') return [schema.const];
  return name === 'source' && !path.startsWith('sources.') ? sources.map(({ id }) => id) : null;
}
