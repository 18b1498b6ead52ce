/** Longest piece of one word that is looked up; longer runs are not words of any language that is asked in. */
const longestWord = 100;

const ideograph = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/u;
const punctuation = /[\p{P}$+<=>^`|~]/u;

/**
 * Cuts normalised text into the pieces that the language model knows, as BERT's WordPiece does: a Chinese character is a
 * piece, another word is cut into its longest known pieces.
 */
export function createTokenizer(pieces: readonly string[]): (text: string, limit: number) => number[] {
  const idOf = new Map(pieces.map((piece, id) => [piece, id]));
  const special = (name: string): number => {
    const id = idOf.get(name);
    if (id === undefined) throw new Error(`The language model lacks the piece ${name}`);
    return id;
  };
  const [unknown, start, end] = [special('[UNK]'), special('[CLS]'), special('[SEP]')];

  const piecesOf = (word: string): number[] => {
    const ids: number[] = [];
    if (word.length > longestWord) return [unknown];
    for (let from = 0; from < word.length;) {
      let to = word.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = idOf.get((from > 0 ? '##' : '') + word.slice(from, to));
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown];
      ids.push(id);
      from = to;
    }
    return ids;
  };

  return (text, limit) => {
    const ids = wordsOf(text).flatMap(piecesOf);
    const room = limit - 2;
    // A long story tends to end with its question: both ends are read.
    const read =
      ids.length <= room ? ids : [...ids.slice(0, Math.ceil(room / 2)), ...ids.slice(-Math.floor(room / 2))];
    return [start, ...read, end];
  };
}

/** Words between blanks; punctuation and Chinese characters stand alone. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = '';
  const close = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (const char of text) {
    if (/\s/u.test(char)) close();
    else if (ideograph.test(char) || punctuation.test(char)) {
      close();
      words.push(char);
    } else word += char;
  }
  close();
  return words;
}
