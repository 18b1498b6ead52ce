/** Longest answer, so that with the question it stays one message on every channel. */
const longest = 1_000;

/** `3 答复内容 --keep`; phones make a long dash of two hyphens. Null when the number or the text is missing. Pure. */
export function parseAnswer(args: string): { id: number; text: string; keep: boolean } | null {
  const match = /^[#第]?\s*(\d{1,9})(?:[\s.、:：]+)([\s\S]+)$/.exec(args.trim());
  if (match === null) return null;
  const keepMark = /\s*(?:--|—+|–+)\s?keep\s*$/i;
  const given = match[2] ?? '';
  const text = given.replace(keepMark, '').trim();
  return text === '' ? null : { id: Number(match[1]), text, keep: keepMark.test(given) };
}

/** Null when the answer has a length that can be sent. */
export const officeMayAnswer = (text: string): { most: number } | null =>
  text.length > longest ? { most: longest } : null;
