import { staffWords } from './staff-words.ts';

/** Longest answer, so that with the question it stays one message on every channel. */
const longest = 1_000;

/**
 * `3 答复内容 --keep` as it was typed; phones make a long dash of two hyphens, and the number may be full width. Null when the
 * number or the text is missing. Pure.
 */
export function parseAnswer(args: string): { id: number; text: string; keep: boolean } | null {
  const match = /^[#＃第]?\s*([\d０-９]{1,9})\s*[题条号]?(?:[\s.．、:：,，]+)([\s\S]+)$/.exec(
    staffWords(args),
  );
  if (match === null) return null;
  const keepMark = /\s*(?:--|－－|—+|–+)\s?(?:keep|ｋｅｅｐ)\s*$/i;
  const given = match[2] ?? '';
  const text = given.replace(keepMark, '').trim();
  const id = Number((match[1] ?? '').normalize('NFKC'));
  return text === '' ? null : { id, text, keep: keepMark.test(given) };
}

/** Null when the answer has a length that can be sent. */
export const officeMayAnswer = (text: string): { most: number } | null =>
  text.length > longest ? { most: longest } : null;
