import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastify } from 'fastify';
import openapiTS, { astToString } from 'openapi-typescript';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { consolePorts } from '../../cli/app/console-ports.ts';
import { createKnowledgeDesk } from '../../cli/app/knowledge-desk.ts';
import { projectDir } from '../../cli/settings.ts';
import { consoleRoles, mayAs } from '../../knowledge/console/roles.ts';
import type { ConsoleRole } from '../../knowledge/console/roles.ts';
import { consoleApiDocument } from '../../server/console/openapi.ts';
import { consolePath, operations } from '../../server/console/operations.ts';
import type { Operation } from '../../server/console/operation.ts';
import { createEventStreams } from '../../server/event-streams.ts';
import { registerConsoleApi } from '../../server/console/register-console-api.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import {
  codeIn,
  silentEngine,
  startConsoleServer,
  ticketsFor,
  wholeFilter,
} from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';

let server: ConsoleServer;
beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.dispose());

const who: readonly (ConsoleRole | null)[] = [null, ...consoleRoles];
const all = Object.entries<Operation>(operations);
const matrix = all.flatMap(([id, operation]) => who.map((role) => ({ id, role, ...{ operation } })));

describe('who may do what', () => {
  it.each(matrix)('$id as $role', async ({ role, operation }) => {
    const headers = role === null ? {} : { cookie: (await server.signedIn(role)).cookie };
    const body = operation.method === 'POST' ? { body: {} } : {};
    const response = await server.call(operation.method, operation.path, { headers, ...body });
    if (!mayAs(role, operation.role)) {
      expect([response.status, await codeIn(response)]).toEqual(
        role === null ? [401, 'notSignedIn'] : [403, 'forbidden'],
      );
    } else {
      // An empty body is malformed where one is wanted: it got past the door.
      expect(response.status).toBe(operation.body === undefined ? 200 : 400);
    }
    expect(response.headers.get('cache-control')).toMatch(/^no-store\b/);
  });

  it.each(all.filter(([, { ofFirms }]) => ofFirms === true))(
    'shows an account of another city nothing of a firm: %s',
    async (_id, { method, path, file }) => {
      const firm = fictionalFirm(2, { city: '淮安' });
      await server.stores.firms.upsertFirms(packId, [firm], wanted);
      const body = { packId, uscc: firm.uscc, ...wholeFilter, page: 1, pageSize: 100 };
      const told = async (cities: string[] | null, more: object = {}): Promise<string> => {
        const { cookie } = await server.signedIn('operator', cities);
        const response = await server.call(method, path, { headers: { cookie }, body: { ...body, ...more } });
        if (file === undefined || !response.ok) return response.text();
        return JSON.stringify(await readSheet(Buffer.from(await response.arrayBuffer())));
      };
      expect(await told(null)).toContain('淮安');
      expect(await told(['淮安'])).toContain('淮安');
      expect(await told(['南京'])).not.toContain('淮安');
      // Nor when it is asked for.
      expect(await told(['南京'], { city: '淮安', text: firm.name })).not.toContain('淮安');
    },
  );

  it.each(all.filter(([, { actsOnFirm }]) => actsOnFirm === true))(
    'lets no account of another city do anything with a firm: %s',
    async (_id, { method, path }) => {
      const firm = fictionalFirm(4, { city: '淮安' });
      await server.stores.firms.upsertFirms(packId, [firm], wanted);
      const { cookie } = await server.signedIn('admin', ['南京']);
      const body = {
        ...{ packId, uscc: firm.uscc, requestId: 'r'.repeat(20), text: '不该留下', reason: '', seen: 0 },
        ...{ status: 'submitted', correction: false, basedOn: '', staffId: null },
        firms: [{ uscc: firm.uscc, was: null }],
      };
      const response = await server.call(method, path, { headers: { cookie }, body });
      expect([response.status, await codeIn(response)]).toEqual([404, 'notFound']);
      expect(await server.stores.firmNotes.of(firm.uscc)).toEqual([]);
      expect(server.commands.calls).toEqual([]);
    },
  );

  it.each(all.filter(([, { method }]) => method === 'POST'))(
    'takes %s from its own pages only',
    async (_id, { method, path }) => {
      const { cookie } = await server.signedIn('admin');
      for (const site of ['cross-site', 'same-site', 'none']) {
        const headers = { cookie, 'sec-fetch-site': site };
        const response = await server.call(method, path, { headers, body: {} });
        expect([site, response.status, await codeIn(response)]).toEqual([site, 403, 'crossSite']);
      }
    },
  );

  it('does not register a route that has no entry', async () => {
    const app = fastify();
    app.register(async (scope) => {
      const clock = { now: () => new Date() };
      const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
      const served = { pack: await loadPack(packId), others: [] };
      const desk = createKnowledgeDesk({ stores: server.stores, served, clock, log: silent });
      const tickets = ticketsFor(server.stores, served, clock);
      const engine = silentEngine(server.commands, desk, tickets, server.groupDoors);
      const ports = consolePorts(server.stores, served, clock, engine);
      const streams = createEventStreams();
      registerConsoleApi(scope, { ports, publicUrl: null, trial: false, streams, log: silent });
      scope.get(`${consolePath}/forgotten`, async () => ({}));
    });
    await expect(async () => app.ready()).rejects.toThrow('GET /api/console/v1/forgotten');
    await app.close();
  });

  it('is what the OpenAPI document says', async () => {
    const response = await server.call('GET', '/openapi.json');
    const document = (await response.json()) as {
      paths: Record<string, Record<string, { operationId: string; 'x-least-role': string }>>;
    };
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => [one.operationId, one['x-least-role']]),
    );
    expect(described).toEqual(all.map(([id, { role }]) => [id, role]));
  });

  it('is what the pages’ client was generated from', async () => {
    const types = astToString(await openapiTS(JSON.stringify(consoleApiDocument())));
    expect(readFileSync(join(projectDir, 'console/api/schema.ts'), 'utf8')).toBe(types);
  });
});
