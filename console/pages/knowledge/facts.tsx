import { Select } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Failed } from '../../shell/failed.tsx';
import { useLanguage } from '../../shell/language.tsx';
import { FactField } from './fact-field.tsx';
import { propertyOf } from './fact-schema.ts';
import type { FactSchema } from './fact-schema.ts';
import { Preview } from './preview.tsx';
import { SaveEdits } from './save-edits.tsx';
import { usePreview } from './use-preview.ts';
import { useBase } from './use-base.ts';
import { contentOf, noEdits, useRevision } from './workbench.ts';
import type { Edits, Revision, Workbench } from './workbench.ts';

/** The facts, a group at a time. */
export function Facts({ bench }: { bench: Workbench }): ReactNode {
  const { packId, base } = bench.state;
  const { data, error, again } = useRevision(packId, base);
  if (error !== null) return <Failed error={error} retry={again} />;
  return data === null ? null : <Groups bench={bench} revision={data} />;
}

function Groups({ bench, revision }: { bench: Workbench; revision: Revision }): ReactNode {
  const { t, say } = useLanguage();
  const id = useId();
  const [group, setGroup] = useState('payout');
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>{t.knowledge.group}</label>
        <Select
          id={id}
          style={{ maxWidth: 420 }}
          value={group}
          onChange={setGroup}
          options={revision.groups.map((one) => ({ value: one.name, label: say(one) }))}
        />
      </div>
      <GroupEditor key={group} bench={bench} revision={revision} group={group} />
    </div>
  );
}

function GroupEditor(p: { bench: Workbench; revision: Revision; group: string }): ReactNode {
  const { say } = useLanguage();
  const { bench, revision, group } = p;
  const content = contentOf(revision);
  const [value, setValue] = useState<unknown>(content[group]);
  const [basedOn, rebase] = useBase(revision, content[group]);
  const [edits, setEdits] = useState<Edits>({ ...noEdits, groups: { [group]: content[group] } });
  const preview = usePreview(bench.state.packId, basedOn, bench.mayEdit ? edits : null);
  const named = revision.groups.find(({ name }) => name === group);
  const title = named === undefined ? group : say(named);
  const change = (next: unknown): void => {
    setValue(next);
    setEdits({ ...noEdits, groups: { [group]: next } });
  };
  return (
    <div className="stack">
      <section className="panel stack" aria-labelledby="group">
        <h2 id="group">{title}</h2>
        <FactField
          schema={propertyOf(revision.schema as FactSchema, group)}
          path={group}
          name={title}
          value={value}
          change={change}
          readOnly={!bench.mayEdit}
          issues={(preview?.issues ?? []).filter(({ topic }) => topic === null)}
          sources={sourcesOf(content)}
        />
        {bench.mayEdit && (
          <SaveEdits bench={bench} basedOn={basedOn} edits={edits} rebase={(on) => rebase(on, value)} />
        )}
      </section>
      {bench.mayEdit && <Preview preview={preview} topics={revision.topics} />}
    </div>
  );
}

const sourcesOf = (content: Record<string, unknown>): { id: string; sections: string[] }[] =>
  content['sources'] as { id: string; sections: string[] }[];
