import type { ChatItem } from '../../bot/channels/web/contract.ts';
import type { DoorPerson, TranscriptDoor } from '../transcripts/play.ts';
import type { Shown } from '../transcripts/seen.ts';
import type { EngineOffice } from './engine-office.ts';
import { storiesOf } from './transcript-office.ts';
import { until } from './until.ts';
import { startWebChatServer } from './web-chat-server.ts';
import { nextClientId, openFramedVisitor, openStream, openWebVisitor } from './web-visitor.ts';

type BotItem = Extract<ChatItem, { from: 'bot' }>;

/** The web chat over HTTP: messages are posted, and what is shown is read from the stream of events. */
export async function openWebDoor(
  office: EngineOffice,
): Promise<TranscriptDoor & { close(): Promise<void> }> {
  const server = await startWebChatServer({ engine: office.engine });
  const streams: { close(): void }[] = [];
  let framed = false;
  return {
    ...storiesOf(office),
    groups: false,
    async person(locale): Promise<DoorPerson> {
      // By turns in the frame of another site and on the page itself.
      framed = !framed;
      const visitor = framed ? await openFramedVisitor(server.url, locale) : await openWebVisitor(server.url);
      const language = framed ? {} : { cookie: `${visitor.cookie}; tongbao_lang=${locale}` };
      const stream = await openStream(visitor, '/chat/events');
      streams.push(stream);
      let seen: BotItem[] = [];
      // The greeting that opens the page is no reply to anything.
      let read = (await visitor.items()).at(-1)?.id ?? 0;
      const exchange = async (body: object): Promise<Shown> => {
        const response = await visitor.post(
          '/chat/messages',
          { clientId: nextClientId(), ...body },
          language,
        );
        if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
        const { outcome } = (await response.json()) as { outcome: string };
        if (outcome !== 'done') throw new Error(`the message is ${outcome}`);
        const last = (await visitor.items(read)).at(-1)?.id ?? read;
        await until(() => last === read || stream.events.some((event) => event.id >= last));
        const items = stream.events.map((event) => event.item).filter((item) => item.id > read);
        read = last;
        const shown = items.flatMap((item) => (item.from === 'bot' ? [item] : []));
        if (shown.length > 0) seen = shown;
        const buttons = shown.flatMap((item) => item.message.buttons.flat());
        return {
          text: shown
            .map(({ message }) => [...message.paragraphs, message.citation ?? ''].join('\n'))
            .join('\n'),
          buttons: buttons.map((button) => button.label),
          links: buttons.flatMap((button) => (button.kind === 'link' ? [button.url] : [])),
        };
      };
      return {
        says: (text) => exchange({ text }),
        taps(label) {
          for (const item of seen) {
            const button = item.message.buttons.flat().find((b) => b.label === label);
            if (button?.kind === 'callback')
              return exchange({ callback: { data: button.data, messageId: item.id } });
          }
          throw new Error(`no button "${label}"`);
        },
      };
    },
    async close() {
      for (const stream of streams) stream.close();
      await server.dispose();
    },
  };
}
