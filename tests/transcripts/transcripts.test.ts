import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { engineDoor } from '../support/transcript-engine-door.ts';
import { playTranscript } from './play.ts';
import type { TranscriptDoor } from './play.ts';
import { readStories } from './read-stories.ts';

let office: EngineOffice;
let door: TranscriptDoor;
beforeAll(async () => {
  office = await openEngineOffice();
  door = engineDoor(office);
}, 60_000);
afterAll(() => office.dispose());

describe('the engine, told by transcripts', () => {
  it.each(readStories('stories').map((story) => [`${story.title} (${story.file})`, story] as const))(
    '%s',
    (_name, story) => playTranscript(story, door),
  );
});

describe('planned transcripts', () => {
  it('can be read, and say why they do not run yet', () => {
    for (const story of readStories('planned')) expect(story.note, story.file).not.toBeNull();
  });
});
