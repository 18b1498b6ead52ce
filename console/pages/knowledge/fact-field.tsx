import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../shell/language.tsx';
import { labelOf, Plain } from './fact-control.tsx';
import type { Field } from './fact-control.tsx';
import { emptyOf, isLocalText, stated } from './fact-schema.ts';
import { rowsFor } from './rows-for.ts';
import type { Issue } from './workbench.ts';

/** A form for whatever the schema of packs holds: groups, lists, texts in both languages, figures, and what is not stated. */
export function FactField(p: Field): ReactNode {
  const { t } = useLanguage();
  const { schema, nullable } = stated(p.schema);
  const own = p.issues.filter(({ path }) => path === p.path);
  const isUnstated = p.value === null || p.value === undefined;
  return (
    <div className="field">
      {nullable && (
        <Checkbox
          checked={isUnstated}
          disabled={p.readOnly}
          onChange={({ target }) => p.change(target.checked ? null : emptyOf(schema))}
        >
          {`${labelOf(p.name, t.knowledge.fields)}: ${t.knowledge.unstated}`}
        </Checkbox>
      )}
      {!(nullable && isUnstated) && <Stated {...p} schema={schema} />}
      {own.length > 0 && <Problems issues={own} />}
    </div>
  );
}

function Problems({ issues }: { issues: Issue[] }): ReactNode {
  const { say } = useLanguage();
  return (
    <span className="problem" role="alert">
      {issues.map(say).join(' ')}
    </span>
  );
}

function Stated(p: Field): ReactNode {
  const { schema } = p;
  if (isLocalText(schema)) return <BothLanguages {...p} />;
  if (schema.type === 'object') return schema.properties === undefined ? <Pairs {...p} /> : <Group {...p} />;
  if (schema.type === 'array') {
    const { type } = schema.items ?? {};
    return type === 'object' ? <Items {...p} /> : <PlainList {...p} />;
  }
  return <Plain {...p} />;
}

function Group(p: Field): ReactNode {
  const { t } = useLanguage();
  const value = (p.value ?? {}) as Record<string, unknown>;
  return (
    <fieldset className="group">
      <legend>{labelOf(p.name, t.knowledge.fields)}</legend>
      {Object.entries(p.schema.properties ?? {}).map(([name, schema]) => (
        <FactField
          key={name}
          {...p}
          {...{ schema, name, within: value, path: `${p.path}.${name}` }}
          value={name in value ? value[name] : schema.default}
          change={(next) => p.change({ ...value, [name]: next })}
        />
      ))}
    </fieldset>
  );
}

function Items(p: Field): ReactNode {
  const { t } = useLanguage();
  const list = (p.value ?? []) as unknown[];
  const items = p.schema.items ?? {};
  const label = labelOf(p.name, t.knowledge.fields);
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {list.map((value, at) => (
        // Items have nothing but their place to know them by.
        <div key={at} className="field">
          <FactField
            {...p}
            {...{ schema: items, value, name: String(at + 1), path: `${p.path}.${at}` }}
            change={(next) => p.change(list.map((one, i) => (i === at ? next : one)))}
          />
          {!p.readOnly && (
            <Button size="small" onClick={() => p.change(list.filter((_one, i) => i !== at))}>
              {`${t.knowledge.remove} ${label} ${at + 1}`}
            </Button>
          )}
        </div>
      ))}
      {!p.readOnly && (
        <Button size="small" onClick={() => p.change([...list, emptyOf(items)])}>
          {`${t.knowledge.addItem}: ${label}`}
        </Button>
      )}
    </fieldset>
  );
}

function BothLanguages(p: Field): ReactNode {
  const { t } = useLanguage();
  const value = (p.value ?? {}) as Record<string, string>;
  const label = labelOf(p.name, t.knowledge.fields);
  return (
    <div className="half">
      {(['zh-CN', 'en'] as const).map((lang) => (
        <LabelledText
          key={lang}
          label={`${label} (${lang === 'en' ? t.knowledge.en : t.knowledge.zh})`}
          text={value[lang] ?? ''}
          readOnly={p.readOnly}
          change={(text) => p.change({ ...value, [lang]: text })}
          issues={p.issues.filter(({ path }) => path === `${p.path}.${lang}`)}
        />
      ))}
    </div>
  );
}

function LabelledText(p: {
  label: string;
  text: string;
  readOnly: boolean;
  change: (text: string) => void;
  issues?: Issue[];
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{p.label}</label>
      <Input.TextArea
        id={id}
        rows={rowsFor(p.text, 1, 12)}
        value={p.text}
        readOnly={p.readOnly}
        onChange={({ target }) => p.change(target.value)}
      />
      {(p.issues ?? []).length > 0 && <Problems issues={p.issues ?? []} />}
    </div>
  );
}

/** Typed as lines, which are read at once; what is typed stays as it is. */
function AsLines(p: {
  label: string;
  first: string;
  readOnly: boolean;
  change: (lines: string[]) => void;
}): ReactNode {
  const [text, setText] = useState(p.first);
  const change = (next: string): void => {
    setText(next);
    p.change(next.split('\n').filter((line) => line.trim() !== ''));
  };
  return <LabelledText label={p.label} text={text} readOnly={p.readOnly} change={change} />;
}

function PlainList(p: Field): ReactNode {
  const { t } = useLanguage();
  const isNumbers = ['number', 'integer'].includes(p.schema.items?.type ?? '');
  const list = (p.value ?? []) as unknown[];
  return (
    <AsLines
      label={`${labelOf(p.name, t.knowledge.fields)} (${t.knowledge.oneALine})`}
      first={list.map(String).join('\n')}
      readOnly={p.readOnly}
      change={(lines) => p.change(isNumbers ? lines.map(Number) : lines)}
    />
  );
}

function Pairs(p: Field): ReactNode {
  const { t } = useLanguage();
  const { additionalProperties: held } = p.schema;
  const isNumber = typeof held === 'object' && held.type !== 'string';
  const pairs = Object.entries((p.value ?? {}) as Record<string, unknown>);
  return (
    <AsLines
      label={`${labelOf(p.name, t.knowledge.fields)} (${t.knowledge.pairs})`}
      first={pairs.map(([name, value]) => `${name} = ${String(value)}`).join('\n')}
      readOnly={p.readOnly}
      change={(lines) =>
        p.change(
          Object.fromEntries(
            lines.map((line) => {
              const [name = '', ...rest] = line.split('=');
              const value = rest.join('=').trim();
              return [name.trim(), isNumber ? Number(value) : value];
            }),
          ),
        )
      }
    />
  );
}
