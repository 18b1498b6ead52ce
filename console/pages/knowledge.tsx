import { Select, Space, Tag } from 'antd';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useSession } from '../shell/session.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { useReading } from '../shell/use-call.ts';
import { Answers } from './knowledge/answers.tsx';
import { Facts } from './knowledge/facts.tsx';
import { Publishing } from './knowledge/publishing.tsx';
import { Questions } from './knowledge/questions.tsx';
import type { KnowledgeState, Workbench } from './knowledge/workbench.ts';
import { ShippedChanged } from './knowledge/shipped-changed.tsx';
import { TryIt } from './knowledge/try-it.tsx';
import { Versions } from './knowledge/versions.tsx';

/** What the bot knows: facts and answers, drafted, tried, compared and published; and what it could not answer. */
export default function KnowledgePage(): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const [packId, setPackId] = useState<string | null>(null);
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/knowledge', { body: { packId } })),
    [packId],
  );
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  if (data === null) return <p className="hint">{t.loading}</p>;
  const bench: Workbench = { state: data, mayEdit: state?.me?.role !== 'viewer', changed: again };
  const tabs: [keyof typeof t.knowledge.tabs, ReactNode][] = [
    ['answers', <Answers key={data.packId} bench={bench} />],
    ['facts', <Facts key={data.packId} bench={bench} />],
    ['try', <TryIt bench={bench} />],
    ['publish', <Publishing bench={bench} />],
    ['versions', <Versions bench={bench} />],
    ['questions', <Questions bench={bench} />],
  ];
  return (
    <div className="stack">
      <Standing state={data} />
      {data.packs.length > 1 && (
        <Select
          aria-label={t.knowledge.pack}
          style={{ maxWidth: 420 }}
          value={data.packId}
          onChange={setPackId}
          options={data.packs.map((pack) => ({ value: pack.id, label: say(pack) }))}
        />
      )}
      {!bench.mayEdit && <p className="hint">{t.knowledge.readOnly}</p>}
      {data.shippedChanged && <ShippedChanged bench={bench} />}
      <Tabs
        label={t.pages.knowledge}
        tabs={tabs.map(([key, content]) => ({ key, label: t.knowledge.tabs[key], content }))}
      />
    </div>
  );
}

function Standing({ state }: { state: KnowledgeState }): ReactNode {
  const { t, say } = useLanguage();
  const pack = state.packs.find(({ id }) => id === state.packId);
  return (
    <div>
      <Space wrap>
        <strong>{pack === undefined ? state.packId : say(pack)}</strong>
        <Tag>{t.knowledge.servedNow(state.published)}</Tag>
        <Tag>{state.draft === null ? t.knowledge.noDraft : t.knowledge.draftNow(state.draft)}</Tag>
      </Space>
      <p className="hint">{t.knowledge.packOfAll}</p>
    </div>
  );
}
