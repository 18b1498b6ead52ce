type Unit = 'utf16' | 'bytes';

/**
 * Parts of at most `limit` UTF-16 units, or bytes in UTF-8: cut at a paragraph, else a line, else a sentence, else anywhere but
 * inside a character. Nothing is lost but the white space at a cut.
 */
export function splitText(text: string, limit: number, unit: Unit = 'utf16'): string[] {
  const parts: string[] = [];
  let rest = text;
  while (lengthIn(rest, unit) > limit) {
    const most = longestPrefix(rest, limit, unit);
    const window = rest.slice(0, most);
    const at =
      [...['\n\n', '\n', '。', '. '].map((mark) => ({ mark, at: window.lastIndexOf(mark) }))]
        .filter(({ at }) => at > most / 4)
        .map(({ mark, at }) => at + (mark.startsWith('\n') ? 0 : mark.length))[0] ?? most;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

const lengthIn = (text: string, unit: Unit): number =>
  unit === 'bytes' ? Buffer.byteLength(text, 'utf8') : text.length;

/** How many UTF-16 units of `text` fit, whole characters only; at least one character. */
function longestPrefix(text: string, limit: number, unit: Unit): number {
  let [units, used] = [0, 0];
  for (const character of text) {
    used += lengthIn(character, unit);
    if (used > limit && units > 0) return units;
    units += character.length;
  }
  return units;
}
