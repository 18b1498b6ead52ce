import { Alert, Button, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';

const readCanned = async (): Promise<Schemas['CannedReplies']> =>
  answerOf(api.GET('/api/console/v1/canned-replies'));

/** Words to answer with: the bot's, with where they are from, and those that the office keeps. Both can be changed before they go out. */
export function AnswerSources(p: {
  ticket: Schemas['TicketDetail'];
  add: (words: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { id, seen } = p.ticket;
  const { data: canned } = useReading(readCanned);
  const { sending, error, submit } = useSubmit();
  const [suggested, setSuggested] = useState<Schemas['SuggestedAnswer'] | null>(null);
  // What was asked since may need another one.
  useEffect(() => setSuggested(null), [seen.messageId]);
  const suggest = (): void =>
    submit(async () => {
      const call = async () => answerOf(api.POST('/api/console/v1/tickets/suggest', { body: { id } }));
      setSuggested(await act(call));
    });
  const found = suggested?.suggestion ?? null;
  return (
    <>
      <Space wrap>
        <Button onClick={suggest} loading={sending}>
          {t.inbox.suggest}
        </Button>
        {canned !== null && canned.replies.length > 0 && (
          <Select<number>
            aria-label={t.canned.choose}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t.canned.choose}
            value={null}
            popupMatchSelectWidth={false}
            onChange={(chosen) => {
              const reply = canned.replies.find((one) => one.id === chosen);
              if (reply !== undefined) p.add(reply.text);
            }}
            options={canned.replies.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
      </Space>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <div aria-live="polite">
        {suggested !== null && found === null && <Alert type="info" showIcon title={t.inbox.noSuggestion} />}
        {found !== null && (
          <div className="suggestion">
            <p className="hint">{t.inbox.suggestedFor(found.question)}</p>
            <p className="words">{found.text}</p>
            <p className="hint words">{found.sources.join('\n')}</p>
            <Button onClick={() => p.add([found.text, ...found.sources].join('\n'))}>
              {t.inbox.takeOver}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
