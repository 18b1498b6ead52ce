import { randomBytes } from 'node:crypto';
import { readOverview } from '../../activities/overview/read-overview.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { consolePorts } from '../../cli/app/console-ports.ts';
import type { ConsoleEngine } from '../../cli/app/console-ports.ts';
import type { ConsoleRole } from '../../knowledge/console/roles.ts';
import { consolePath } from '../../server/console/operations.ts';
import { createFakeCommands } from './fake-commands.ts';
import type { FakeCommands } from './fake-commands.ts';
import { packId } from './fictional-firms.ts';
import { startWebChatServer } from './web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from './web-chat-server.ts';

/** As a browser on our own page sends it. */
const ownPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
export const password = '每天都要 对账 7 次';

export interface ConsoleServer extends WebChatServer {
  /** Moves what the console takes for the time. */
  clock: { now: Date };
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

/** A console whose invitations lead nowhere. */
export const silentEngine = (commands: ConsoleEngine['commands']): ConsoleEngine => ({
  ...{ commands, mode: 'live' },
  invitationLinks: (code) => [
    { channel: 'telegram', url: `https://t.me/tongbao_test_bot?start=${code}`, local: false },
    { channel: 'web', url: `http://127.0.0.1:8080/?code=${code}`, local: true },
  ],
  temporalUi: { origin: 'http://127.0.0.1:8233', namespace: 'default' },
});

/** The console's interface over a real database and a real port. */
export async function startConsoleServer(
  o: Pick<WebChatServerOptions, 'settings' | 'trial' | 'prepare'> & { deadline?: string } = {},
): Promise<ConsoleServer> {
  const clock = { now: new Date() };
  const pack = await loadPack(packId);
  const made: FakeCommands[] = [];
  const engineOver = (stores: Stores): ConsoleEngine => {
    const commands = createFakeCommands(stores, () => clock.now.toISOString());
    made.push(commands);
    return silentEngine(commands);
  };
  const chat = await startWebChatServer({
    ...o,
    console: (stores) => ({
      ...consolePorts(stores, { pack, others: [] }, { now: () => clock.now }, engineOver(stores)),
      season: {
        cities: ['南京', '苏州', '淮安'],
        read: async (scope) =>
          readOverview(stores, { packId: 'jiangsu-2022', deadline: o.deadline ?? null, ...scope }),
      },
    }),
  });
  const [commands] = made;
  if (commands === undefined) throw new Error('no console');
  let accounts = 0;
  const server: ConsoleServer = {
    ...chat,
    ...{ clock, commands },
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

export const cookieIn = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

export const codeIn = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error?: { code?: unknown } }).error?.code;

/** Lets every firm of the pack through. */
export const wholeFilter = {
  ...{ text: '', city: null, officialStatus: null, reportedStep: null, officerId: null },
  ...{ unchangedDays: null, reachable: null, order: 'name', descending: false },
};
