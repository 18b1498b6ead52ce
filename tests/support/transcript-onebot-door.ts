import { textsFor } from '../../knowledge/locales/index.ts';
import type { DoorPerson, TranscriptDoor } from '../transcripts/play.ts';
import type { Shown } from '../transcripts/seen.ts';
import type { EngineOffice } from './engine-office.ts';
import { at, groupId, messageFrom, reply, startOneBotBot, text } from './onebot-bot.ts';
import { textIn } from './onebot-double.ts';
import { storiesOf } from './transcript-office.ts';
import { until } from './until.ts';

const earlierAnswer = 7;
const nobody = 999;

/** The OneBot channel on its WebSocket, with the real engine behind it. Buttons are words that people type. */
export async function openOneBotDoor(
  office: EngineOffice,
): Promise<TranscriptDoor & { close(): Promise<void> }> {
  const bot = await startOneBotBot();
  const { qq } = bot;
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const taken = new Set<string>();
  const { inbound } = office.stores;
  const noting: typeof inbound = {
    ...inbound,
    async accept(channel, externalId, payload) {
      const accepted = await inbound.accept(channel, externalId, payload);
      taken.add(externalId);
      return accepted;
    },
  };
  await bot.open({ engine: office.engine, stores: { ...office.stores, inbound: noting }, log });
  qq.knows(earlierAnswer, { message: [text('…')], sender: { user_id: qq.selfId }, group_id: groupId });
  let people = 1_000;
  let messages = 100_000;

  /** Gives a message, waits until it is worked off, and returns what was shown for it in the chat. */
  async function exchange(who: number, place: 'private' | 'group', said: object[]): Promise<string[]> {
    const before = qq.sent.length;
    const chat = place === 'group' ? `group:${groupId}` : `private:${who}`;
    await give(who, place, said);
    // What a group says to others is not stored. Messages of a chat are taken in order: this one comes after, and is not answered.
    if (place === 'group') await give(nobody, place, [text('/nothing')]);
    await until(() => taken.has(`${qq.selfId}/${chat}/${messages}`));
    await until(async () => (await office.stores.inbound.unprocessed('onebot')).length === 0);
    return qq.sent
      .slice(before)
      .filter((sent) => sent.chat === chat)
      .map(({ message }) => textIn(message));
  }

  const give = (who: number, place: 'private' | 'group', said: object[]): Promise<void> =>
    qq.push(messageFrom(who, place, (messages += 1), said));

  return {
    ...storiesOf(office),
    groups: true,
    async person(): Promise<DoorPerson> {
      const who = (people += 1);
      let seen: string[] = [];
      const show = (texts: string[]): Shown => {
        const shown = readTexts(texts);
        if (texts.length > 0) seen = shown.buttons;
        return shown;
      };
      return {
        async says(said, { place, addressed }) {
          const how = {
            mention: said.startsWith('/') ? [] : [at(qq.selfId)],
            reply: [reply(earlierAnswer)],
            not: [],
          }[addressed];
          return show(await exchange(who, place, [...(place === 'group' ? how : []), text(said)]));
        },
        async taps(label, place) {
          if (!seen.includes(label)) throw new Error(`no button "${label}"`);
          return show(
            await exchange(who, place, [...(place === 'group' ? [at(qq.selfId)] : []), text(label)]),
          );
        },
      };
    },
    close: () => bot.close(),
  };
}

/** As other doors show it: the list of what may be typed is what elsewhere are buttons. */
function readTexts(texts: string[]): Shown {
  const whole = texts.join('\n');
  const leads = (['zh-CN', 'en'] as const).flatMap((locale) =>
    Object.values(textsFor(locale).onebot.typeOne),
  );
  const lines = whole.split('\n');
  const choices = lines.flatMap((line) => /^(?:[A-Z]\.|·) (.+)$/.exec(line)?.[1] ?? []);
  const links = [...whole.matchAll(/^(.+)：(https?:\S+)$/gm)];
  return {
    text: lines
      .filter((line) => !leads.includes(line) && !/^(?:[A-Z]\.|·) /.test(line))
      .join('\n')
      .trim(),
    buttons: [...choices, ...links.map(([, label = '']) => label)],
    links: links.map(([, , url = '']) => url),
  };
}
