import { loadPack } from '../../activities/load-pack.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import type { Engine, HandleResult, InboundMessage } from '../../bot/model.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { createFakeCommands } from './fake-commands.ts';
import { openTempStores } from './temp-stores.ts';
import type { TempStores } from './temp-stores.ts';

/** The real engine with two packs, as a group of people meets it. */
export interface GroupOffice extends TempStores {
  engine: Engine;
  pack: PolicyPack;
  other: PolicyPack;
  /** User IDs of those who administer the group. */
  admins: Set<string>;
  /** Whether it can be found out who administers the group. */
  setAdminsKnown(known: boolean): void;
  setNow(iso: string): void;
  /** Somebody writes in the group; a text that begins with `/` is a command. */
  says(from: string, text: string, more?: Partial<InboundMessage>): Promise<GroupShown>;
  /** Somebody taps a button with this label under what was shown last. */
  taps(from: string, label: string): Promise<GroupShown>;
  /** Taps a button with this data. */
  tapsData(from: string, data: string): Promise<GroupShown>;
}

interface GroupShown {
  text: string;
  buttons: string[];
  toast: string | null;
  kinds: string[];
}

export const groupId = '-1001';

export async function openGroupOffice(): Promise<GroupOffice> {
  const temp = await openTempStores();
  const [pack, other] = [await loadPack('jiangsu-2022'), await loadPack('example-2026')];
  const admins = new Set<string>();
  let adminsKnown = true;
  let now = '2022-03-02T02:00:00.000Z';
  let serial = 0;
  const silent = (): void => undefined;
  const engine = createEngine({
    answerer: await loadAnswerer(pack, [other]),
    pack,
    otherPacks: [other],
    stores: temp.stores,
    commands: createFakeCommands(temp.stores, () => now),
    clock: { now: () => new Date(now) },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    links: () => ({
      privateChat: () => 'https://t.me/tongbao_bot',
      start: (code) => `https://t.me/tongbao_bot?start=${code}`,
    }),
    invitationLink: (_channel, code) => `https://t.me/tongbao_bot?start=${code}`,
    isGroupAdmin: async ({ sender }) => {
      if (!adminsKnown) throw new Error('no answer');
      return sender.asGroup === true || admins.has(sender.externalUserId);
    },
    settings: { mode: 'live' },
    newId: () => `id-${(serial += 1)}`,
    newCode: () => `C0DE${String((serial += 1)).padStart(6, '0')}`,
  });
  let seen: HandleResult['replies'] = [];

  const handle = async (from: string, part: Partial<InboundMessage>): Promise<GroupShown> => {
    const result = await engine.handle({
      channel: 'telegram',
      externalId: `u-${(serial += 1)}`,
      chat: { id: groupId, kind: 'group' },
      sender: { externalUserId: from, locale: 'zh-CN' },
      text: '',
      command: null,
      callback: null,
      addressed: true,
      ...part,
    });
    if (result.replies.length > 0) seen = result.replies;
    const messages = result.replies.map((reply) => reply.message);
    return {
      text: messages.flatMap((m) => [...m.paragraphs, m.citation ?? '']).join('\n'),
      buttons: messages.flatMap((m) => m.buttons.flat()).map((button) => button.label),
      toast: result.toast,
      kinds: result.replies.map((reply) => reply.kind),
    };
  };
  const tapsData: GroupOffice['tapsData'] = (from, data) =>
    handle(from, { callback: { data, messageId: '7' } });

  return {
    ...temp,
    engine,
    pack,
    other,
    admins,
    setAdminsKnown: (known) => {
      adminsKnown = known;
    },
    setNow: (iso) => {
      now = iso;
    },
    says(from, text, more) {
      const match = /^\/(\w+)\s*([\s\S]*)$/.exec(text);
      const said = match === null ? { text } : { command: { name: match[1] ?? '', args: match[2] ?? '' } };
      return handle(from, { ...said, ...more });
    },
    tapsData,
    async taps(from, label) {
      const button = seen.flatMap((r) => r.message.buttons.flat()).find((b) => b.label === label);
      if (button?.kind !== 'callback') throw new Error(`no button "${label}"`);
      return tapsData(from, button.data);
    },
  };
}
