/**
 * Parts of at most `limit` UTF-16 units: cut at a paragraph, else a line, else a sentence, else anywhere but inside a surrogate
 * pair. Nothing is lost but the white space at a cut.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const window = rest.slice(0, limit);
    const at =
      [...['\n\n', '\n', '。', '. '].map((mark) => ({ mark, at: window.lastIndexOf(mark) }))]
        .filter(({ at }) => at > limit / 4)
        .map(({ mark, at }) => at + (mark.startsWith('\n') ? 0 : mark.length))[0] ?? hardCut(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

const hardCut = (text: string, limit: number): number => {
  const before = text.charCodeAt(limit - 1);
  return before >= 0xd800 && before <= 0xdbff ? limit - 1 : limit;
};
