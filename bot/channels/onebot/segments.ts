import { z } from 'zod';

/** A piece of a message, as OneBot v11 names it. Values of a message in CQ codes are all text. */
export interface Segment {
  type: string;
  data: Record<string, unknown>;
}

const segments = z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()).nullish() }));

/** Reads a message in either of OneBot's forms, an array of segments or a string with CQ codes; null for anything else. */
export function readMessage(message: unknown): Segment[] | null {
  if (typeof message === 'string') return readCqCodes(message);
  const read = segments.safeParse(message).data;
  return read?.map(({ type, data }) => ({ type, data: data ?? {} })) ?? null;
}

const cqCode = /\[CQ:([\w.-]+)((?:,[^,[\]]*)*)\]/g;

function readCqCodes(text: string): Segment[] {
  const read: Segment[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) read.push({ type: 'text', data: { text: unescaped(text.slice(from, to)) } });
  };
  for (const match of text.matchAll(cqCode)) {
    const [code, type = '', parameters = ''] = match;
    plain(match.index);
    read.push({ type, data: parametersOf(parameters) });
    from = match.index + code.length;
  }
  plain(text.length);
  return read;
}

const parametersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at), unescaped(part.slice(at + 1))]];
    }),
  );

/** The ampersand last: what it makes is no escape. */
const unescaped = (text: string): string =>
  text.replaceAll('&#91;', '[').replaceAll('&#93;', ']').replaceAll('&#44;', ',').replaceAll('&amp;', '&');

/** A value of a segment as text; IDs come as numbers or as text. Empty for none. */
export function valueOf({ data }: Segment, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
