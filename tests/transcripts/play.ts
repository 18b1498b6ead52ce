import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { itemsOf, outcomesOf, TranscriptError } from './parse.ts';
import type { Expectation, Transcript, Turn } from './parse.ts';
import { fill, severalOf } from './placeholders.ts';
import type { Known } from './placeholders.ts';
import { readShown } from './seen.ts';
import type { Shown } from './seen.ts';
import { places, speakers } from './words.ts';
import type { Place, Speaker } from './words.ts';

/** A way into the conversation: the engine itself, or a channel with the engine behind it. */
export interface TranscriptDoor {
  /** Whether there are groups behind this door. */
  groups: boolean;
  pack: PolicyPack;
  /** Somebody new, whom nobody knows. */
  person(locale: 'zh-CN' | 'en'): Promise<DoorPerson>;
  /** A firm of its own for a story, and a code for it. */
  firm(): Promise<Known>;
  staffCode(): Promise<string>;
}

export interface DoorPerson {
  says(text: string, where: { place: Place; addressed: 'mention' | 'reply' | 'not' }): Promise<Shown>;
  taps(label: string, place: Place): Promise<Shown>;
}

const mention = /^@统保\S*\s*/;

/** Plays a story through a door; throws `TranscriptError` at the first line that does not hold. */
export async function playTranscript(story: Transcript, door: TranscriptDoor): Promise<void> {
  const known = await door.firm();
  const people = new Map<Speaker, DoorPerson>();
  const become = async (speaker: Speaker): Promise<DoorPerson> => {
    const before = people.get(speaker);
    if (before !== undefined) return before;
    const person = await door.person(story.language);
    people.set(speaker, person);
    const code = speaker === 'contact' ? known.code : speaker === 'staff' ? await door.staffCode() : null;
    if (code !== null) {
      const { text } = await person.says(`/start ${code}`, { place: 'private', addressed: 'mention' });
      if (!text.includes('您已'))
        throw new Error(`${story.file}: the ${speaker} could not be linked: ${text}`);
    }
    return person;
  };

  let place: Place = story.place;
  let who = await become(story.speaker);
  for (const turn of story.turns) {
    const value = filled(story, turn, known);
    switch (turn.step) {
      case 'moveTo':
        place = places[turn.value.toLowerCase()] ?? place;
        break;
      case 'speakerNow':
        who = await become(speakers[turn.value.toLowerCase()] ?? 'unverified');
        break;
      case 'taps':
        check(story, turn, await tapped(story, turn, () => who.taps(value, place)), known);
        break;
      case 'repliesTo':
        check(story, turn, await who.says(value, { place, addressed: 'reply' }), known);
        break;
      case 'says': {
        // A command is always for the bot.
        const addressed = place === 'private' || /^(@统保|\/)/.test(value) ? 'mention' : 'not';
        check(story, turn, await who.says(value.replace(mention, ''), { place, addressed }), known);
      }
    }
  }
}

function filled(story: Transcript, at: { line: number; value: string }, known: Known): string {
  try {
    return fill(at.value, known);
  } catch (error) {
    throw new TranscriptError(story.file, at.line, error instanceof Error ? error.message : String(error));
  }
}

async function tapped(story: Transcript, turn: Turn, tap: () => Promise<Shown>): Promise<Shown> {
  try {
    return await tap();
  } catch (error) {
    throw new TranscriptError(story.file, turn.line, error instanceof Error ? error.message : String(error));
  }
}

function check(story: Transcript, turn: Turn, shown: Shown, known: Known): void {
  for (const expectation of turn.expectations) {
    const wrong = whatIsWrong(story, expectation, shown, known);
    if (wrong === null) continue;
    const said = turn.value.length > 60 ? `${turn.value.slice(0, 60)}…` : turn.value;
    const seen = [shown.text.slice(0, 1_500), `[${shown.buttons.join(' / ')}]`].join('\n');
    throw new TranscriptError(story.file, expectation.line, `${wrong}\nafter "${said}" was shown:\n${seen}`);
  }
}

/** Null when the expectation holds. */
function whatIsWrong(story: Transcript, expected: Expectation, shown: Shown, known: Known): string | null {
  const seen = readShown(known.pack, shown);
  const { key } = expected;
  const several = key === 'lacks' ? severalOf(expected.value, known) : null;
  const value = several === null ? filled(story, expected, known) : '';
  const same = (what: string, wanted: string[], got: string[]): string | null =>
    [...wanted].sort().join() === [...got].sort().join()
      ? null
      : `${what}: expected ${wanted.join(', ')}, got ${got.length === 0 ? 'none' : got.join(', ')}`;
  switch (key) {
    case 'outcome':
      return same('outcome', outcomesOf(value), seen.outcomes);
    case 'topic':
      return same('topic', itemsOf(value).map(topicOf), seen.topics);
    case 'subject':
      return same('subject', itemsOf(value), seen.subjects);
    case 'contains':
      return value.split(/\s*\|\s*/).some((part) => shown.text.includes(part)) ? null : `lacks "${value}"`;
    case 'lacks': {
      const all = [shown.text, ...shown.buttons, ...shown.links].join('\n');
      const leaked = (several ?? [value]).find((part) => all.includes(part));
      return leaked === undefined ? null : `must not contain "${leaked}"`;
    }
    case 'buttons': {
      if (['无', 'none'].includes(value)) return same('buttons', [], shown.buttons);
      const missing = itemsOf(value).filter((label) => !shown.buttons.includes(label));
      return missing.length === 0 ? null : `no button ${missing.join(', ')}`;
    }
    case 'noButtons': {
      const there = itemsOf(value).filter((label) => shown.buttons.includes(label));
      return there.length === 0 ? null : `there is a button ${there.join(', ')}`;
    }
    case 'links':
      return shown.links.some((url) => url.includes(value))
        ? null
        : `no link to ${value}: ${shown.links.join()}`;
    case 'atMostLines':
      return lengthWrong(
        'lines',
        shown.text.split('\n').filter((l) => l.trim() !== '').length,
        Number(value),
      );
    case 'atMostCharacters':
      return lengthWrong('characters', shown.text.length, Number(value));
  }
}

const lengthWrong = (unit: string, got: number, most: number): string | null =>
  got <= most ? null : `${got} ${unit}, at most ${most} are wanted`;

/** A topic by its label or its ID. */
function topicOf(named: string): string {
  const labels = Object.entries(textsFor('zh-CN').answering.topicLabels);
  return labels.find(([, label]) => label === named)?.[0] ?? named;
}
