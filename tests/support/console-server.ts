import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import { createSecretBox } from '../../activities/payload-codec/secret-box.ts';
import { readOverview } from '../../activities/overview/read-overview.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { Clock } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { consolePorts } from '../../cli/app/console-ports.ts';
import type { ConsoleEngine } from '../../cli/app/console-ports.ts';
import { consoleTickets } from '../../cli/app/console-tickets.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import { checkLoginData, noTelegramLogin } from '../../bot/channels/telegram/login-data.ts';
import type { ConsoleRole } from '../../knowledge/console/roles.ts';
import { nothingInside } from '../../knowledge/webhooks/inside.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import type { TicketDesk } from '../../server/contract.ts';
import { consolePath } from '../../server/console/operations.ts';
import { createFakeCommands } from './fake-commands.ts';
import type { FakeCommands } from './fake-commands.ts';
import { createFakeGroupDoors } from './fake-group-doors.ts';
import type { FakeGroupDoors } from './fake-group-doors.ts';
import { readSets } from '../../cli/question-sets.ts';
import { projectDir } from '../../cli/settings.ts';
import { createKnowledgeDesk } from '../../cli/app/knowledge-desk.ts';
import type { ServedPacks } from '../../cli/app/served-packs.ts';
import type { LivePacks } from '../../cli/app/live-packs.ts';
import type { Engine } from '../../bot/model.ts';
import { packId } from './fictional-firms.ts';
import { keyOf, keyText } from './payload-keys.ts';
import { liveEngine } from './live-engine.ts';
import { startWebChatServer } from './web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from './web-chat-server.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** As a browser on our own page sends it. */
const ownPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
export const password = '每天都要 对账 7 次';

export interface ConsoleServer extends WebChatServer {
  /** Moves what the console takes for the time. */
  clock: { now: Date };
  groupDoors: FakeGroupDoors;
  /** Stand for the enrollments’ workflows. */
  commands: FakeCommands;
  invite(role: ConsoleRole, cities?: string[] | null): Promise<{ staffId: string; token: string }>;
  /** A new account with this role; the cookie of its session. */
  signedIn(
    role: ConsoleRole,
    cities?: string[] | null,
  ): Promise<{ staffId: string; login: string; cookie: string }>;
  call(
    method: string,
    path: string,
    o?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
}

export const telegramBotToken = '4242:AAF_fictional-token_of-a-test-bot_000';

/** A console whose invitations lead nowhere. */
export const silentEngine = (
  commands: ConsoleEngine['commands'],
  knowledge: ConsoleEngine['knowledge'],
  tickets: ConsoleEngine['tickets'],
  groupDoors: ConsoleEngine['groupDoors'],
): ConsoleEngine => ({
  ...{ commands, knowledge, tickets, groupDoors, mode: 'live' },
  log: silent,
  invitationLinks: (code) => [
    { channel: 'telegram', url: `https://t.me/tongbao_test_bot?start=${code}`, local: false },
    { channel: 'web', url: `http://127.0.0.1:8080/?code=${code}`, local: true },
  ],
  health: async () => ({
    database: { ok: true, detail: 'answers' },
    temporal: { ok: false, detail: 'unreachable' },
    'channel:telegram': { ok: true, detail: 'polling' },
  }),
  telegramLogin: {
    botId: () => 4242,
    check: (data, now) => checkLoginData(data, telegramBotToken, now),
  },
  secrets: createSecretBox(fixedKeyring([keyOf(keyText('test'))])),
  ...{
    apiKeys: [{ id: '0123456789abcdef', name: 'branch' }],
    webhookSecrets: ['ledger'],
    webhookAllow: nothingInside,
  },
  temporalUi: { origin: 'http://127.0.0.1:8233', namespace: 'default' },
});

/** The console's interface over a real database and a real port. */
export async function startConsoleServer(
  o: Pick<WebChatServerOptions, 'settings' | 'trial' | 'prepare'> & {
    deadline?: string;
    /** Other pages than those that were built. */
    pages?: string;
    /** No bot is connected. */
    telegram?: false;
    /** With the bot over what the console publishes; else with a scripted one over the shipped pack. */
    live?: true;
  } = {},
): Promise<ConsoleServer> {
  const clock = { now: new Date() };
  let served: ServedPacks & Partial<Pick<LivePacks, 'refresh'>> = {
    pack: await loadPack(packId),
    others: [],
  };
  const openEngine = async (stores: Stores): Promise<Engine> => {
    const { packs, engine } = await liveEngine(stores);
    served = packs;
    return engine;
  };
  // A part of the questions is enough here: all of them take a while.
  const sets = () => readSets([join(projectDir, 'tests/answering/dev/formal.tsv')]);
  const made: {
    commands: FakeCommands;
    desk: ReturnType<typeof createKnowledgeDesk>;
    groupDoors: FakeGroupDoors;
  }[] = [];
  const engineOver = (stores: Stores): ConsoleEngine => {
    const commands = createFakeCommands(stores, () => clock.now.toISOString());
    const desk = createKnowledgeDesk({ stores, served, clock: { now: () => clock.now }, log: silent, sets });
    const groupDoors = createFakeGroupDoors(stores.groups);
    made.push({ commands, desk, groupDoors });
    const tickets = ticketsFor(stores, served, { now: () => clock.now });
    return silentEngine(commands, desk, tickets, groupDoors);
  };
  const chat = await startWebChatServer({
    ...o,
    ...(o.live === true && { engine: openEngine }),
    console: (stores) => ({
      ...consolePorts(stores, served, { now: () => clock.now }, engineOver(stores)),
      ...(o.pages !== undefined && { pages: o.pages }),
      ...(o.telegram === false && { telegramLogin: noTelegramLogin }),
      season: {
        cities: ['南京', '苏州', '淮安'],
        read: async (scope) =>
          readOverview(stores, { packId: 'jiangsu-2022', deadline: o.deadline ?? null, ...scope }),
      },
    }),
  });
  const [console] = made;
  if (console === undefined) throw new Error('no console');
  const { commands, desk, groupDoors } = console;
  let accounts = 0;
  const server: ConsoleServer = {
    ...chat,
    ...{ clock, commands, groupDoors },
    dispose: async () => {
      await chat.dispose();
      await desk.close();
    },
    invite: async (role, cities = null) => {
      const { staffId } = await chat.stores.identities.addStaff('测试员');
      const token = randomBytes(32).toString('base64url');
      const now = clock.now.toISOString();
      const expiresAt = new Date(clock.now.getTime() + 3_600_000).toISOString();
      await chat.stores.consoleAccounts.invite({ staffId, token, role, cities, now, expiresAt });
      return { staffId, token };
    },
    signedIn: async (role, cities = null) => {
      const { staffId, token } = await server.invite(role, cities);
      const login = `${role}${(accounts += 1)}`;
      const body = { token, name: '测试员', login, password };
      const response = await server.call('POST', '/invitation/accept', { body });
      if (response.status !== 200) throw new Error(`not signed in: ${await response.text()}`);
      return { staffId, login, cookie: cookieIn(response) };
    },
    call: async (method, path, { body, headers = {} } = {}) =>
      fetch(`${chat.url}${consolePath}${path}`, {
        method,
        headers: { ...ownPage, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
  return server;
}

/** Tickets as the app wires them; the language model is loaded when a test asks for a suggestion. */
export const ticketsFor = (stores: Stores, served: ServedPacks, clock: Clock): TicketDesk => ({
  ...consoleTickets(stores, {
    ...{ packId, clock, officeHours: defaultOfficeHours, log: silent },
    answering: async () => ({ answerer: await loadAnswerer(served.pack), pack: served.pack }),
  }),
  watchEveryMs: 20,
});

export const cookieIn = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

export const codeIn = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error?: { code?: unknown } }).error?.code;

/** Lets every firm of the pack through. */
export const wholeFilter = {
  ...{ text: '', city: null, officialStatus: null, reportedStep: null, officerId: null },
  ...{ unchangedDays: null, reachable: null, order: 'name', descending: false },
};
