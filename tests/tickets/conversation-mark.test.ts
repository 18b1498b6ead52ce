import { describe, expect, it } from 'vitest';
import { markOf, newsSince } from '../../knowledge/tickets/conversation-mark.ts';

const entry = (id: number, kind = 'text', editedAt: string | null = null) => ({ id, kind, editedAt });
const morning = '2022-03-02T01:00:00.000Z';
const noon = '2022-03-02T04:00:00.000Z';

describe('how much of a conversation somebody has seen', () => {
  it('is up to the newest entry and the latest change of words', () => {
    expect(markOf([])).toEqual({ messageId: 0, editedAt: null });
    expect(markOf([entry(3, 'text', noon), entry(7), entry(5, 'text', morning)])).toEqual({
      ...{ messageId: 7, editedAt: noon },
    });
  });

  it.each([
    ['nothing after it', [entry(1), entry(2)], []],
    ['a text', [entry(2), entry(3)], [3]],
    ['a note, a close, a rating', [entry(3, 'note'), entry(4, 'closed'), entry(5, 'rated')], [3, 4, 5]],
    ['a reminder of the same wait', [entry(3, 'reminder')], []],
    ['words changed that had been seen', [entry(1, 'text', noon), entry(2)], [1]],
    ['words changed before', [entry(1, 'text', morning)], []],
  ])('makes news of %s', (_what, entries, expected) => {
    const news = newsSince(entries, { messageId: 2, editedAt: morning });
    expect(news.map(({ id }) => id)).toEqual(expected);
  });

  it('is never behind itself', () => {
    const entries = [entry(1), entry(2, 'text', noon), entry(3, 'closed')];
    expect(newsSince(entries, markOf(entries))).toEqual([]);
  });
});
