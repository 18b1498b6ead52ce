import { loadLanguageModel } from '../../activities/language-model.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { Firm, Stores } from '../../activities/ports/store.ts';
import type { Logger } from '../../activities/ports/services.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import type { EnginePorts, MailPort } from '../../bot/engine/ports.ts';
import type { Engine, HandleResult, InboundMessage, Reply } from '../../bot/model.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { createFakeCommands } from './fake-commands.ts';
import type { FakeCommands } from './fake-commands.ts';
import { fictionalFirm, packId, wanted } from './fictional-firms.ts';
import { openTempStores } from './temp-stores.ts';

/** An office with a real database and a real pack; only the enrollment workflows are stood in for. */
export interface EngineOffice {
  engine: Engine;
  /** What the engine is made of, for what stands beside it. */
  ports: EnginePorts;
  stores: Stores;
  /** Of the database. */
  url: string;
  pack: PolicyPack;
  commands: FakeCommands;
  /** Said to somebody else than who wrote. */
  told: { to: string; text: string }[];
  logged: { level: string; message: string; fields: Record<string, unknown> }[];
  /** Moves the office's clock. */
  setNow(iso: string): void;
  now(): string;
  addFirm(n: number, changes?: Partial<Firm>): Promise<Firm>;
  /** `channel`: Telegram by default. The same name on two channels is nobody yet whom we know to be one. */
  person(name: string, o?: { locale?: 'zh-CN' | 'en'; channel?: string }): Person;
  staff(name: string): Promise<Person>;
  contactOf(firm: Firm, name: string): Promise<Person>;
  dispose(): Promise<void>;
}

/** Somebody who writes, taps and reads. */
export interface Person {
  externalUserId: string;
  /** Says something in private; a line that begins with `/` is a command. Returns all that is shown for it. */
  says(text: string, o?: Partial<InboundMessage>): Promise<Shown>;
  /** The same in a group; `addressed` by default. */
  saysInGroup(text: string, o?: Partial<InboundMessage>): Promise<Shown>;
  taps(label: string): Promise<Shown>;
  tapsData(data: string, o?: { group?: boolean; externalId?: string }): Promise<Shown>;
  identityId(): Promise<string>;
}

export interface Shown {
  text: string;
  buttons: string[];
  links: string[];
  toast: string | null;
  replies: Reply[];
  staffLinked: boolean;
}

/** `answering` puts something between the engine and the real answerer. */
export async function openEngineOffice(
  o: {
    mode?: 'trial' | 'live';
    answering?: (real: PolicyAnswerer) => PolicyAnswerer;
    mail?: MailPort;
  } = {},
): Promise<EngineOffice> {
  const temp = await openTempStores();
  const { stores } = temp;
  const pack = await loadPack(packId);
  const real = createPolicyAnswerer(pack, await createSegmenter([]), await loadLanguageModel());
  const answerer = o.answering?.(real) ?? real;
  let now = '2022-03-02T02:00:00.000Z';
  let serial = 0;
  const clock = { now: () => new Date(now) };
  const commands = createFakeCommands(stores, () => now);
  const logged: EngineOffice['logged'] = [];
  const told: EngineOffice['told'] = [];
  const ports: EnginePorts = {
    answerer,
    pack,
    stores,
    commands,
    ...(o.mail === undefined ? {} : { mail: o.mail }),
    clock,
    log: recordingLogger(logged),
    links: () => ({
      privateChat: () => 'https://t.me/tongbao_bot',
      start: (code) => `https://t.me/tongbao_bot?start=${code}`,
    }),
    invitationLink: (_channel, code) => `https://t.me/tongbao_bot?start=${code}`,
    // Nobody whom these stories tell of administers a group.
    isGroupAdmin: async () => false,
    settings: { mode: o.mode ?? 'live' },
    tell: async ({ externalUserId }, { paragraphs }) => {
      told.push({ to: externalUserId, text: paragraphs.join('\n') });
    },
    newId: () => `id-${(serial += 1)}`,
    newCode: () => `C0DE${String((serial += 1)).padStart(6, '0')}`,
  };
  const engine = createEngine(ports);

  const person: EngineOffice['person'] = (name, { locale = 'zh-CN', channel = 'telegram' } = {}) => {
    let seen: Shown = empty;
    const externalUserId = `user-${name}`;
    const handle = async (part: Partial<InboundMessage>): Promise<Shown> => {
      const result = await engine.handle({
        channel,
        externalId: `${name}-${(serial += 1)}`,
        chat: { id: `chat-${name}`, kind: 'private' },
        sender: { externalUserId, locale },
        text: '',
        command: null,
        callback: null,
        addressed: true,
        ...part,
      });
      const shown = show(result);
      if (shown.replies.length > 0) seen = shown;
      return shown;
    };
    return {
      externalUserId,
      says: (text, o = {}) => handle({ ...written(text), ...o }),
      saysInGroup: (text, o = {}) =>
        handle({ ...written(text), ...o, chat: { id: 'group-1', kind: 'group' } }),
      taps: (label) => {
        const button = seen.replies.flatMap((r) => r.message.buttons.flat()).find((b) => b.label === label);
        if (button?.kind !== 'callback') throw new Error(`no button "${label}": ${seen.buttons.join(', ')}`);
        return handle({ callback: { data: button.data, messageId: '7' } });
      },
      tapsData: (data, { group = false, externalId } = {}) =>
        handle({
          callback: { data, messageId: '7' },
          ...(group ? { chat: { id: 'group-1', kind: 'group' as const } } : {}),
          ...(externalId === undefined ? {} : { externalId }),
        }),
      identityId: async () => (await stores.identities.upsertIdentity({ channel, externalUserId })).id,
    };
  };

  return {
    engine,
    ports,
    stores,
    url: temp.url,
    pack,
    commands,
    told,
    logged,
    setNow: (iso) => {
      now = iso;
    },
    now: () => now,
    person,
    async addFirm(n, changes) {
      const firm = fictionalFirm(n, changes);
      await stores.firms.upsertFirms(packId, [firm], { ...wanted, trial: o.mode === 'trial' });
      await commands.begin(enrollmentIdOf(packId, firm.uscc));
      return firm;
    },
    async staff(name) {
      const { staffId } = await stores.identities.addStaff(name);
      const code = `5TAFF${String((serial += 1)).padStart(5, '0')}`;
      await stores.identities.mintCode(
        { purpose: 'staff', staffId },
        code,
        '2099-01-01T00:00:00.000Z',
        'test',
      );
      const member = person(name);
      await member.says(`/start ${code}`);
      return member;
    },
    async contactOf(firm, name) {
      const contact = person(name);
      const id = await contact.identityId();
      // Codes are redeemed in private: a contact can be written to.
      await stores.identities.upsertIdentity({
        ...{ channel: 'telegram', externalUserId: contact.externalUserId, privateChatId: `chat-${name}` },
      });
      await stores.identities.linkFirm(id, firm.uscc);
      return contact;
    },
    dispose: () => temp.dispose(),
  };
}

const empty: Shown = { text: '', buttons: [], links: [], toast: null, replies: [], staffLinked: false };

function written(text: string): Partial<InboundMessage> {
  const match = /^\/(\w+)\s*([\s\S]*)$/.exec(text);
  return match === null ? { text } : { command: { name: match[1] ?? '', args: match[2] ?? '' } };
}

function show(result: HandleResult): Shown {
  const messages = result.replies.map((r) => r.message);
  const buttons = messages.flatMap((m) => m.buttons.flat());
  return {
    text: messages.flatMap((m) => [...m.paragraphs, ...(m.citation === null ? [] : [m.citation])]).join('\n'),
    buttons: buttons.map((b) => b.label),
    links: buttons.flatMap((b) => (b.kind === 'link' ? [b.url] : [])),
    toast: result.toast,
    replies: result.replies,
    staffLinked: result.staffLinked ?? false,
  };
}

function recordingLogger(logged: EngineOffice['logged']): Logger {
  const at =
    (level: string) =>
    (message: string, fields: Record<string, unknown> = {}): void => {
      logged.push({ level, message, fields });
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
