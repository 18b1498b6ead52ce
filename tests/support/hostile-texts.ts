/** Pieces that programs stumble over: control, bidirectional, zero-width, terminal, emoji, surrogate, markup. */
const unseen = [
  ...['\u0000', '\u0007', '\u0008', '\u000B', '\u001B[31m', '\u007F', '\u0085', '\r\n'],
  ...['\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u180E', '\u034F', '\u2028', '\u2029'],
  ...['\u202A', '\u202D', '\u202E', '\u2066', '\u2067', '\u2069', '\u200E', '\u200F', '\u061C'],
  ...['😀', '👨‍👩‍👧‍👦', '🇨🇳', '❤️', '👍🏽', '\u{E0041}'],
  ...['\uD800', '\uDC00', '\uFFFD', '\uFFFF', '\u{10FFFF}', '\uE000', '\u0301\u0301\u0301', '\u0489'],
];
const seen = [
  '\u001B]0;x\u0007',
  '\u009B2J',
  '1️⃣',
  '﷽',
  '<b>',
  '${x}',
  '%n%s',
  '\\',
  '"',
  "'; --",
  '/*',
  '((((',
  '[[[',
  '****',
  '…',
  '　',
  '\t',
];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface HostileOptions {
  seed: number;
  count: number;
  /** These characters are among them. */
  letters?: string[];
  /** Without it they are from nothing to 100 KB long. */
  length?: number;
  /** Nothing that can be read: neither letters nor marks. */
  onlyUnseen?: boolean;
}

/** Hostile texts, the same for the same seed. */
export function hostileTexts({
  seed,
  count,
  letters = [],
  length,
  onlyUnseen = false,
}: HostileOptions): string[] {
  const random = randomFrom(seed);
  const all = [...unseen, ...(onlyUnseen ? [] : seen), ...letters];
  const pick = (): string => {
    const piece = all[Math.floor(random() * all.length)] ?? '';
    // Floods of one and the same are as usual as mixtures.
    return random() < 0.1 ? piece.repeat(1 + Math.floor(random() * 200)) : piece;
  };
  return Array.from({ length: count }, () => {
    const wanted = length ?? Math.floor(10 ** (random() * 5));
    let text = '';
    while (text.length < wanted) text += pick();
    return text.slice(0, wanted);
  });
}
