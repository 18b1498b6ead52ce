import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { OutboundMessage, Button } from '../../knowledge/message.ts';
import { encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import type { HandleResult, Reply } from '../model.ts';

export const nothing: HandleResult = { replies: [], toast: null };

export const message = (
  paragraphs: string[],
  buttons: Button[][] = [],
  citation: string | null = null,
): OutboundMessage => ({ paragraphs, buttons, citation });

/** One new message. */
export const say = (
  paragraphs: string | string[],
  buttons: Button[][] = [],
  citation: string | null = null,
): HandleResult => ({
  replies: [
    {
      kind: 'reply',
      message: message(typeof paragraphs === 'string' ? [paragraphs] : paragraphs, buttons, citation),
    },
  ],
  toast: null,
});

export const reply = (out: OutboundMessage): HandleResult => ({
  replies: [{ kind: 'reply', message: out }],
  toast: null,
});

/** Changes the message whose button was tapped. */
export const edit = (out: OutboundMessage): Reply => ({ kind: 'edit', message: out });

export const tap = (label: string, callback: Callback): Button => ({
  label,
  kind: 'callback',
  data: encodeCallback(callback),
});

/** Buttons in rows of `perRow`. */
export function rowsOf(buttons: Button[], perRow: number): Button[][] {
  const rows: Button[][] = [];
  for (let i = 0; i < buttons.length; i += perRow) rows.push(buttons.slice(i, i + perRow));
  return rows;
}

/** Says that what came besides the text was not looked at. */
export function notingUnread(result: HandleResult, locale: Locale): HandleResult {
  const last = result.replies.at(-1);
  if (last === undefined) return result;
  const paragraphs = [...last.message.paragraphs, textsFor(locale).doors.textOnlyRead];
  return {
    ...result,
    replies: [...result.replies.slice(0, -1), { ...last, message: { ...last.message, paragraphs } }],
  };
}
