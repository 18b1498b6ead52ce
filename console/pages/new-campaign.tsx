import { Alert, Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { goTo, Link } from '../shell/navigation.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Waiting } from '../shell/waiting.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { CampaignPreview } from './campaign-preview.tsx';
import { wishTaken, wishToBeginWith } from './campaign-wish.ts';
import type { Wish } from './campaign-wish.ts';

type Preview = Schemas['CampaignPreview'];

/** A campaign from the choice of firms to its confirmation. What is confirmed is always what is shown. */
export default function NewCampaignPage(): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const [wish, setWish] = useState(wishToBeginWith);
  useEffect(wishTaken, []);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  const changes = useRef(0);
  const { sending, error, submit } = useSubmit();
  const shown = useRef<HTMLDivElement>(null);
  // It stands below a long form.
  useEffect(() => {
    if (preview !== null) shown.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/firms/options', { body: { packId: null } })),
    [],
  );
  const { data: options, error: unread, again } = useReading(read);
  if (unread !== null) return <Failed error={unread} retry={again} />;
  if (options === null) return <Waiting />;

  const change = (part: Partial<Wish>): void => {
    changes.current += 1;
    setWish((now) => ({ ...now, ...part }));
    setPreview(null);
    setBefore(null);
  };
  const look = (): void =>
    submit(async () => {
      setBefore(null);
      const at = changes.current;
      const found = await act(async () =>
        answerOf(api.POST('/api/console/v1/campaigns/preview', { body: wish })),
      );
      // Something else is wanted by now.
      if (changes.current === at) setPreview(found);
    });
  const start = ({ id, audience, toWrite }: Preview): void =>
    submit(async () => {
      const body = { id, audience };
      const { changed } = await act(async () =>
        answerOf(api.POST('/api/console/v1/campaigns/start', { body })),
      );
      if (changed === null) {
        goTo(`/campaigns/${id}`);
        return;
      }
      setPreview(changed);
      setBefore(toWrite);
    });

  return (
    <div className="stack">
      <Link to="/campaigns">{t.campaigns.back}</Link>
      <section className="panel" aria-label={t.pages.newCampaign}>
        <CampaignForm wish={wish} options={options} change={change} />
        <div className="above below">
          <Button
            type={preview === null ? 'primary' : 'default'}
            onClick={look}
            loading={sending}
            disabled={wish.startAt === ''}
          >
            {t.campaigns.preview}
          </Button>
          <span className="hint">{t.campaigns.previewHint}</span>
        </div>
        {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      </section>
      {preview !== null && (
        <div className="stack" ref={shown}>
          {before !== null && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={t.campaigns.changed(before, preview.toWrite)}
            />
          )}
          <CampaignPreview
            preview={preview}
            startAt={wish.startAt}
            sending={sending}
            start={() => start(preview)}
          />
        </div>
      )}
    </div>
  );
}
