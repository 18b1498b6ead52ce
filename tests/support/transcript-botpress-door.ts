import type { DoorPerson, TranscriptDoor } from '../transcripts/play.ts';
import type { Shown } from '../transcripts/seen.ts';
import { messageCreated, startBotpressBot, telegramChat, webchat } from './botpress-bot.ts';
import type { OutgoingMessage } from './botpress-double.ts';
import type { EngineOffice } from './engine-office.ts';
import { storiesOf } from './transcript-office.ts';
import { until } from './until.ts';

/** The Botpress bot on its HTTP route, with the real engine behind it: people are in Botpress's web chat, the group is on its Telegram. */
export async function openBotpressDoor(
  office: EngineOffice,
): Promise<TranscriptDoor & { close(): Promise<void> }> {
  const bot = await startBotpressBot();
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  await bot.open({ engine: office.engine, stores: office.stores, log });
  const group = telegramChat('conv-group', -1001);
  let people = 1_000;
  let events = 0;

  return {
    ...storiesOf(office),
    groups: true,
    async person(): Promise<DoorPerson> {
      const number = (people += 1);
      const own = webchat(`conv-${number}`);
      let seen: OutgoingMessage[] = [];

      async function exchange(text: string, place: 'private' | 'group'): Promise<Shown> {
        const conversation = place === 'group' ? group : own;
        const before = bot.botpress.messagesIn(conversation.id).length;
        const messageId = `in-${(events += 1)}`;
        const said = { messageId, conversation, userId: `user-${number}`, payload: { text } };
        const { status } = await bot.call('event_received', 'message_created', messageCreated(said));
        if (status !== 200) throw new Error(`refused: ${status}`);
        await until(async () => (await office.stores.inbound.unprocessed('botpress')).length === 0);
        const shown = bot.botpress.messagesIn(conversation.id).slice(before);
        if (shown.length > 0) seen = shown;
        const whole = shown.map(({ payload }) => payload.text ?? '').join('\n');
        const links = [...whole.matchAll(/^(.+)：(https?:\S+)$/gm)];
        return {
          text: whole,
          buttons: [
            ...shown.flatMap(({ payload }) => payload.options?.map(({ label }) => label) ?? []),
            ...links.map(([, label = '']) => label),
          ],
          links: links.map(([, , url = '']) => url),
        };
      }

      return {
        says: (text, { place, addressed }) =>
          exchange(
            place === 'group' && addressed !== 'not' && !text.startsWith('/') ? `@tongbao ${text}` : text,
            place,
          ),
        taps(label, place) {
          const offered = seen.flatMap(({ payload }) => payload.options ?? []);
          if (!offered.some((option) => option.label === label)) throw new Error(`no button "${label}"`);
          return exchange(place === 'group' ? `@tongbao ${label}` : label, place);
        },
      };
    },
    close: () => bot.close(),
  };
}
