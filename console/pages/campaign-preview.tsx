import { Alert, Button, Modal, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { Bubble } from './bubble.tsx';
import { Section } from './section.tsx';

type Preview = Schemas['CampaignPreview'];

interface PreviewProps {
  preview: Preview;
  startAt: string | null;
  sending: boolean;
  start: () => void;
}

/** Whom it would be written to and whom not, what they would read, and the confirmation. */
export function CampaignPreview({ preview, ...more }: PreviewProps): ReactNode {
  const { t, say } = useLanguage();
  const { lines, beginning, samples, exclusions, chosen, total } = preview;
  return (
    <>
      <Section title={t.campaigns.previewed}>
        {lines.map((line) => (
          <p key={line.en}>{say(line)}</p>
        ))}
        <div role="status">
          <Counts preview={preview} />
        </div>
        {chosen !== null && chosen > total && (
          <Alert type="info" showIcon title={t.campaigns.fewer(chosen, total)} />
        )}
        {beginning.map((line) => (
          <Alert key={line.en} type="info" showIcon title={say(line)} />
        ))}
        <Confirmation preview={preview} {...more} />
      </Section>
      <div className="half">
        <Section title={t.campaigns.excluded}>
          {exclusions.length === 0 ? (
            <p>{t.campaigns.noExclusions}</p>
          ) : (
            <Table<Preview['exclusions'][number]>
              size="small"
              rowKey={({ reason }) => reason.en}
              pagination={false}
              dataSource={exclusions}
              columns={[
                { title: t.campaigns.reason, render: (_value, { reason }) => say(reason) },
                { title: t.campaigns.count, dataIndex: 'count', align: 'right' },
              ]}
            />
          )}
        </Section>
        {samples.length > 0 && (
          <Section title={t.campaigns.samples}>
            <p className="hint">{t.campaigns.samplesHint}</p>
            {samples.map((sample) => (
              <Bubble key={sample.heading.en} sample={sample} />
            ))}
          </Section>
        )}
      </div>
    </>
  );
}

function Counts({ preview: { total, toWrite, recipients } }: Pick<PreviewProps, 'preview'>): ReactNode {
  const { t } = useLanguage();
  const facts: [string, number, string][] = [
    [t.campaigns.meant, total, t.campaigns.unit],
    [t.campaigns.toWrite, toWrite, t.campaigns.unit],
    [t.campaigns.people, recipients, t.campaigns.persons],
    [t.campaigns.excluded, total - toWrite, t.campaigns.unit],
  ];
  return (
    <dl className="counts">
      {facts.map(([name, count, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {count} <small>{unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Says the number before anything goes out, and takes one press. */
function Confirmation({ preview, startAt, sending, start }: PreviewProps): ReactNode {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const { kind, toWrite, recipients, scheduled } = preview;
  if (toWrite === 0 && !scheduled) return <p>{t.campaigns.nobody}</p>;
  const at = (startAt ?? '').replace('T', ' ');
  return (
    <div className="above below">
      <Button type="primary" onClick={() => setAsking(true)} loading={sending}>
        {scheduled ? t.campaigns.startLater : t.campaigns.start(kind, toWrite)}
      </Button>
      <span className="hint">{t.campaigns.recheck}</span>
      <Modal
        open={asking}
        title={scheduled ? t.campaigns.confirmLater(at) : t.campaigns.confirmTitle(toWrite, recipients)}
        okText={scheduled ? t.campaigns.yesLater : t.campaigns.yes(toWrite)}
        cancelText={t.cancel}
        onOk={() => {
          setAsking(false);
          start();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{scheduled ? t.campaigns.confirmWaits : t.campaigns.confirmNow}</p>
      </Modal>
    </div>
  );
}
