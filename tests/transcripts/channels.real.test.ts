import { afterAll, beforeAll, describe, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { openBotpressDoor } from '../support/transcript-botpress-door.ts';
import { openOneBotDoor } from '../support/transcript-onebot-door.ts';
import { openTelegramDoor } from '../support/transcript-telegram-door.ts';
import { openWebDoor } from '../support/transcript-web-door.ts';
import { playTranscript } from './play.ts';
import type { TranscriptDoor } from './play.ts';
import { readStories } from './read-stories.ts';

const stories = readStories('stories').filter((story) => story.doors === 'all');
const inPrivate = stories.filter(
  (story) => story.place === 'private' && story.turns.every((turn) => turn.step !== 'moveTo'),
);

describe.each([
  ['Telegram', openTelegramDoor, stories],
  ['web chat', openWebDoor, inPrivate],
  ['Botpress', openBotpressDoor, stories],
  ['QQ', openOneBotDoor, stories],
] as const)('%s, told by transcripts', (_name, open, told) => {
  let office: EngineOffice;
  let door: TranscriptDoor & { close(): Promise<void> };
  beforeAll(async () => {
    office = await openEngineOffice();
    door = await open(office);
  });
  afterAll(async () => {
    await door.close();
    await office.dispose();
  });

  it.each(told.map((story) => [`${story.title} (${story.file})`, story] as const))('%s', (_title, story) =>
    playTranscript(story, door),
  );
});
