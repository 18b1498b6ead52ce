import {
  doorChoices,
  expectationKeys,
  headerKeys,
  languages,
  outcomes,
  places,
  speakers,
  stepKeys,
} from './words.ts';
import type { ExpectationKey, Place, SeenOutcome, Speaker, StepKey } from './words.ts';

/** One story: who speaks where, and the turns of the conversation. README.md describes the form of the file. */
export interface Transcript {
  file: string;
  title: string;
  place: Place;
  speaker: Speaker;
  language: 'zh-CN' | 'en';
  doors: 'engine' | 'all';
  note: string | null;
  turns: Turn[];
}

/** What somebody does, and what must be seen after it. */
export interface Turn {
  line: number;
  step: StepKey;
  value: string;
  expectations: Expectation[];
}

export interface Expectation {
  line: number;
  key: ExpectationKey;
  value: string;
}

/** Names the file and the line, in the form that editors and terminals make a link of. */
export class TranscriptError extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'TranscriptError';
  }
}

const acts: readonly StepKey[] = ['says', 'repliesTo', 'taps'];

/** Throws `TranscriptError` at the first line that cannot be read. */
export function parseTranscript(file: string, text: string): Transcript {
  const header = new Map<string, { value: string; line: number }>();
  const turns: Turn[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((raw, index) => {
      const line = index + 1;
      if (raw.trim() === '' || raw.trimStart().startsWith('#')) return;
      const found = /^\s*([^:：]+?)\s*[:：]\s*(.*?)\s*$/.exec(raw);
      const [, word = '', value = ''] = found ?? [];
      const name = word.toLowerCase();
      if (found === null)
        throw new TranscriptError(file, line, `a line is “词: 值”, this is "${raw.trim()}"`);
      const headerKey = headerKeys[name];
      const step = stepKeys[name];
      const expectation = expectationKeys[name];
      if (headerKey !== undefined) {
        if (turns.length > 0) throw new TranscriptError(file, line, `"${word}" belongs above the first turn`);
        if (header.has(headerKey)) throw new TranscriptError(file, line, `"${word}" is given twice`);
        header.set(headerKey, { value, line });
      } else if (step !== undefined) {
        if (step === 'moveTo') oneOf(places, value, file, line);
        if (step === 'speakerNow') oneOf(speakers, value, file, line);
        turns.push({ line, step, value, expectations: [] });
      } else if (expectation !== undefined) {
        const turn = turns.at(-1);
        if (turn === undefined || !acts.includes(turn.step))
          throw new TranscriptError(
            file,
            line,
            `"${word}" stands after a line in which somebody speaks or taps`,
          );
        if (value === '') throw new TranscriptError(file, line, `"${word}" has no value`);
        if (expectation === 'outcome') itemsOf(value).forEach((item) => oneOf(outcomes, item, file, line));
        if (expectation.startsWith('atMost') && !/^\d+$/.test(value))
          throw new TranscriptError(file, line, `"${word}" wants a number`);
        turn.expectations.push({ line, key: expectation, value });
      } else throw new TranscriptError(file, line, `unknown word "${word}"`);
    });

  const given = (key: string): { value: string; line: number } => {
    const entry = header.get(key);
    if (entry === undefined) throw new TranscriptError(file, 1, `the header lacks "${key}"`);
    return entry;
  };
  const chosen = <T>(key: string, words: Record<string, T>, fallback?: T): T => {
    if (!header.has(key) && fallback !== undefined) return fallback;
    const { value, line } = given(key);
    return oneOf(words, value, file, line);
  };
  const untested = turns.find((turn) => acts.includes(turn.step) && turn.expectations.length === 0);
  if (untested !== undefined)
    throw new TranscriptError(file, untested.line, 'nothing is expected after this line');
  if (turns.length === 0) throw new TranscriptError(file, 1, 'nobody says anything');
  return {
    file,
    title: given('title').value,
    place: chosen('place', places),
    speaker: chosen('speaker', speakers),
    language: chosen('language', languages, 'zh-CN'),
    doors: chosen('doors', doorChoices, 'engine'),
    note: header.get('note')?.value ?? null,
    turns,
  };
}

/** The items of a value that lists several: 回答、转人工. */
export const itemsOf = (value: string): string[] =>
  value.split(/\s*[、,，]\s*/).filter((item) => item !== '');

export const outcomesOf = (value: string): SeenOutcome[] =>
  itemsOf(value).flatMap((item) => outcomes[item.toLowerCase()] ?? []);

function oneOf<T>(words: Record<string, T>, value: string, file: string, line: number): T {
  const meaning = words[value.toLowerCase()];
  if (meaning === undefined)
    throw new TranscriptError(file, line, `"${value}" is none of ${Object.keys(words).join(', ')}`);
  return meaning;
}
