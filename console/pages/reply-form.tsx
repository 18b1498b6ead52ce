import { Alert, Button, Input, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { answerOf, api, ApiError } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { newRequestId } from '../shell/request-id.ts';
import { useSession } from '../shell/session.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { AnswerSources } from './answer-sources.tsx';
import { draftOf, keepDraft } from './drafts.ts';

const longest = 4_000;
type Detail = Schemas['TicketDetail'];

/** Writes to the asker. What is written stays until it was taken: over a failed request, news, and a session that ended. */
export function ReplyForm({ ticket, again }: { ticket: Detail; again: () => void }): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const me = state?.me?.staffId ?? '';
  const { id, destination } = ticket;
  const [text, setText] = useState(() => draftOf(me, id));
  const write = (words: string): void => {
    setText(words);
    keepDraft(me, id, words);
  };
  const { seen, hasNews, look, lookNext } = useSeen(ticket.seen, text !== '');
  // Sent again because nobody knew whether they arrived, the same words are the same act; once they did, another one.
  const act1 = useRef({ words: '', key: '' });
  const keyFor = (words: string): string => {
    if (act1.current.words !== words) act1.current = { words, key: newRequestId() };
    return act1.current.key;
  };

  const send = (what: 'reply' | 'note'): void => {
    if (text.trim() === '' || sending) return;
    submit(async () => {
      try {
        await act(async () => (what === 'note' ? note() : reply()));
        act1.current = { words: '', key: '' };
        lookNext();
        write('');
      } finally {
        again();
      }
    });
  };
  const reply = async (): Promise<unknown> => {
    if (destination === 'nowhere') throw new ApiError(null);
    const body = { id, key: keyFor(text), text, seen, destination };
    return answerOf(api.POST('/api/console/v1/tickets/reply', { body }));
  };
  const note = async (): Promise<unknown> =>
    answerOf(api.POST('/api/console/v1/tickets/note', { body: { id, key: keyFor(`//${text}`), text } }));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter that chooses a word of an input method is no wish to send, and one alone begins a line.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (destination !== 'nowhere') send('reply');
  };
  const add = (words: string): void => write(text.trim() === '' ? words : `${text.trimEnd()}\n${words}`);
  return (
    <form
      className="reply"
      aria-label={t.inbox.answer}
      onSubmit={(event) => {
        event.preventDefault();
        send('reply');
      }}
    >
      <AnswerSources ticket={ticket} add={add} />
      <Alert
        type={destination === 'private' ? 'info' : 'warning'}
        showIcon
        title={say(ticket.destinationWords)}
      />
      {hasNews && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t.inbox.news}
          action={<Button onClick={look}>{t.inbox.looked}</Button>}
        />
      )}
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <label htmlFor="reply-text">{t.inbox.answer}</label>
      <Input.TextArea
        id="reply-text"
        rows={5}
        maxLength={longest}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={onKeyDown}
      />
      <Space wrap>
        <Button
          type="primary"
          htmlType="submit"
          loading={sending}
          disabled={text.trim() === '' || destination === 'nowhere'}
        >
          {destination === 'group' ? t.inbox.sendToGroup : t.inbox.send}
        </Button>
        <Button disabled={text.trim() === '' || sending} onClick={() => send('note')}>
          {t.inbox.asNote}
        </Button>
        <span className="hint">{t.inbox.keys}</span>
      </Space>
    </form>
  );
}

/** What counts as seen: all that is shown, except for what came while one was writing, until one says so. */
function useSeen(shown: Detail['seen'], isWriting: boolean) {
  const [seen, setSeen] = useState(shown);
  const next = useRef(false);
  const hasNews = seen.messageId !== shown.messageId || seen.editedAt !== shown.editedAt;
  useEffect(() => {
    if (!hasNews || (isWriting && !next.current)) return;
    next.current = false;
    setSeen(shown);
  }, [hasNews, isWriting, shown]);
  return {
    seen,
    hasNews: hasNews && isWriting,
    look: () => setSeen(shown),
    /** What comes next is one's own. */
    lookNext: () => {
      next.current = true;
    },
  };
}
