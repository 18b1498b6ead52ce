import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EventIntake } from '../../activities/ports/incoming-events.ts';
import { messageOf } from '../../knowledge/webhooks/message.ts';
import { openApiDocument } from '../../server/api/openapi.ts';
import { packId } from '../support/fictional-firms.ts';
import { generateClient } from '../support/generated-client.ts';
import type { GeneratedClient } from '../support/generated-client.ts';
import { newSecret, postSigned, signedHeaders } from '../support/signed-request.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';

interface Operation {
  responses: Record<string, object>;
}
const secret = newSecret();
const event = {
  ...{ id: 'e-1', type: 'enrollment.statusChanged', pack: packId, uscc: '91329999MADEM0001Q' },
  ...{ status: 'approved', occurredAt: '2026-11-24T10:00:00+08:00' },
};
const document = openApiDocument() as {
  paths: Record<string, { post: Operation }>;
  components: { schemas: Record<string, object> };
};
const documented = Object.keys(document.paths['/api/v1/events']?.post.responses ?? {});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'openapi');
function problemsWith(id: string, value: unknown): unknown {
  const validate = ajv.getSchema(`openapi#/components/schemas/${id}`);
  if (validate === undefined) throw new Error(`no schema ${id}`);
  return validate(value) ? [] : validate.errors;
}

let running: WebChatServer | undefined;
afterEach(async () => {
  await running?.dispose();
  running = undefined;
});
const applied: EventIntake = {
  take: async (_source, events) => ({
    engine: 'answered',
    results: events.map(({ id }) => ({ id, outcome: 'applied', refusal: null })),
  }),
};
async function start(intake: EventIntake = applied, more: { off?: true; requestsAMinute?: number } = {}) {
  const { off, requestsAMinute = 100 } = more;
  const sources = off === true ? [] : [{ name: 'crm', secrets: [secret] }];
  running = await startWebChatServer({ api: { sources, intake, requestsAMinute } });
  return running.url;
}

describe('a client that is generated from the document that is served', () => {
  let client: GeneratedClient;
  beforeAll(async () => {
    const url = await start(applied, { off: true });
    const response = await fetch(`${url}/api/v1/openapi.json`);
    expect(response.headers.get('content-type')).toContain('application/json');
    client = await generateClient(await response.text());
  }, 60_000);
  afterAll(() => client.dispose());

  it('type-checks, and not where it is used wrongly', () => {
    expect(client.complaints()).toEqual([]);
    const wrong = `await report('', '', { ...({} as Event), status: 'lost' });`;
    expect(client.complaints(wrong).join('\n')).toContain('"lost"');
  }, 60_000);

  it('reports events to a running server, and reads what it is told', async () => {
    const { report, statusIn } = await client.load();
    const url = await start();
    const events = [event, { ...event, id: 'e-2' }];
    expect(await report(url, secret, event)).toEqual({ status: 200, outcomes: ['applied'], code: null });
    expect(await report(url, secret, { events })).toMatchObject({ outcomes: ['applied', 'applied'] });
    expect(await report(url, newSecret(), event)).toMatchObject({ status: 401, code: 'signatureWrong' });
    expect(await report(url, secret, { ...event, uscc: 'x' })).toMatchObject({ code: 'eventsInvalid' });
    expect(statusIn(message('returned'))).toBe('returned');
  }, 60_000);
});

const message = (status: 'returned' | 'approved') => {
  const at = '2026-03-02T00:00:00.000Z';
  const change = {
    type: 'officialChanged',
    status,
    reason: status === 'returned' ? '资料不全' : null,
    at,
  } as const;
  const line = { at, source: 'api', actor: 'api/crm', event: change } as const;
  return messageOf({ packId, uscc: event.uscc, trial: false }, line);
};

describe('the document', () => {
  const refused: EventIntake = {
    take: async () => ({
      engine: 'answered',
      results: [
        { id: 'e-1', outcome: 'stale', refusal: { code: 'olderThanKnown', knownSince: event.occurredAt } },
      ],
    }),
  };
  const away: EventIntake = {
    take: async () => ({
      engine: 'unreachable',
      results: [{ id: 'e-1', outcome: 'accepted', refusal: null }],
    }),
  };
  const broken: EventIntake = { take: () => Promise.reject(new Error('broken')) };
  const post = async (url: string, body: unknown = event): Promise<Response> =>
    postSigned(`${url}/api/v1/events`, secret, body);
  const asText = { ...signedHeaders(secret, 'x'), 'content-type': 'text/plain' };
  const answers: [string, number, () => Promise<Response>][] = [
    ['an event', 200, async () => post(await start())],
    ['an event that changed nothing', 200, async () => post(await start(refused))],
    ['no JSON', 400, async () => post(await start(), '{')],
    ['no signature', 401, async () => fetch(`${await start()}/api/v1/events`, { method: 'POST' })],
    ['an interface that is off', 404, async () => post(await start(applied, { off: true }))],
    ['a large body', 413, async () => post(await start(), { reason: 'x'.repeat(1_100_000) })],
    [
      'another type',
      415,
      async () => fetch(`${await start()}/api/v1/events`, { method: 'POST', headers: asText, body: 'x' }),
    ],
    ['a wrong event', 422, async () => post(await start(), { ...event, status: 'lost' })],
    ['too many requests', 429, async () => post(await start(applied, { requestsAMinute: 0 }))],
    ['a failure', 500, async () => post(await start(broken))],
    ['an engine that is away', 503, async () => post(await start(away))],
  ];

  it.each(answers)('describes the answer to %s (%i)', async (_what, status, ask) => {
    const response = await ask();
    expect(response.status).toBe(status);
    expect(documented).toContain(String(status));
    const id = status === 200 ? 'EventsAnswer' : `Error${status}`;
    expect(problemsWith(id, await response.json())).toEqual([]);
    const waits = JSON.stringify(document.paths['/api/v1/events']?.post.responses[status]).includes(
      'retry-after',
    );
    expect(response.headers.has('retry-after')).toBe(waits);
  });

  it('names no answer that never comes', () => {
    expect(documented.toSorted()).toEqual(
      [...new Set(answers.map(([, status]) => String(status)))].toSorted(),
    );
  });

  it('describes what is taken, and what other systems are told', () => {
    expect(problemsWith('EventsBody', { events: [event, { ...event, reason: '资料不全' }] })).toEqual([]);
    expect(problemsWith('EventsBody', { ...event, status: 'lost' })).not.toEqual([]);
    for (const status of ['returned', 'approved'] as const) {
      expect(problemsWith('StatusChangedMessage', message(status))).toEqual([]);
    }
  });
});
