import { afterEach, describe, expect, it } from 'vitest';
import type { EventIntake } from '../../activities/ports/incoming-events.ts';
import type { EventResult, OfficialEvent } from '../../knowledge/official-events/types.ts';
import { apiKeyId } from '../../server/api/api-key-id.ts';
import { newSecret, postSigned, signedHeaders } from '../support/signed-request.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';

const secrets = { old: newSecret(), current: newSecret(), other: newSecret() };
const sources = [
  { name: 'crm', secrets: [secrets.current, secrets.old] },
  { name: 'bank', secrets: [secrets.other] },
];
const event = {
  id: 'e-1',
  type: 'enrollment.statusChanged',
  pack: 'jiangsu-2022',
  uscc: '91329999MADEM0001Q',
  status: 'approved',
  occurredAt: '2026-11-24T10:00:00+08:00',
};

let running: WebChatServer | undefined;
let taken: { source: string; events: OfficialEvent[] }[] = [];
afterEach(async () => {
  await running?.dispose();
  running = undefined;
  taken = [];
});

const applied = (events: OfficialEvent[]): EventResult[] =>
  events.map(({ id }) => ({ id, outcome: 'applied', refusal: null }));

async function start(
  o: { intake?: EventIntake; off?: true; requestsAMinute?: number } = {},
): Promise<string> {
  const intake: EventIntake = o.intake ?? {
    take: async (source, events) => {
      taken.push({ source, events });
      return { engine: 'answered', results: applied(events) };
    },
  };
  const { requestsAMinute = 1000 } = o;
  running = await startWebChatServer({
    api: { sources: o.off === true ? [] : sources, intake, requestsAMinute },
  });
  return `${running.url}/api/v1/events`;
}

const codeOf = async (response: Response): Promise<[number, string]> => {
  const { error } = (await response.json()) as { error: { code: string; zh: string; en: string } };
  expect(error.zh).toMatch(/\p{Script=Han}/u);
  expect(error.en).toMatch(/^[A-Z]/);
  return [response.status, error.code];
};

describe('POST /api/v1/events', () => {
  it('notes the day on which a key was used, and takes nothing that a revoked one signed', async () => {
    const url = await start();
    if (running === undefined) throw new Error('no server');
    const { apiKeys } = running.stores;
    expect((await postSigned(url, secrets.old, event)).status).toBe(200);
    const [used] = await apiKeys.list();
    expect(used).toMatchObject({ id: apiKeyId(secrets.old), name: 'crm', createdAt: null });
    expect(used?.lastUsedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    await apiKeys.revoke({ id: apiKeyId(secrets.old), name: 'crm' }, new Date().toISOString());
    taken = [];
    expect(await codeOf(await postSigned(url, secrets.old, event))).toEqual([401, 'keyRevoked']);
    expect(taken).toEqual([]);
    // The other key of the same system goes on, however often the revoked one is tried from the same address.
    for (let n = 0; n < 40; n += 1) await postSigned(url, secrets.old, event);
    expect((await postSigned(url, secrets.current, event)).status).toBe(200);
  });

  it('takes one event, in the name of who signed it', async () => {
    const url = await start();
    const response = await postSigned(url, secrets.other, event);
    expect([response.status, await response.json()]).toEqual([
      200,
      { results: [{ id: 'e-1', outcome: 'applied', refusal: null }] },
    ]);
    const at = '2026-11-24T02:00:00.000Z';
    expect(taken).toEqual([
      {
        source: 'api/bank',
        events: [
          {
            ...{ id: 'e-1', enrollmentId: 'jiangsu-2022/91329999MADEM0001Q' },
            ...{ status: 'approved', reason: null, occurred: { from: at, to: at } },
          },
        ],
      },
    ]);
  });

  it('takes a batch, signed with an old secret or the new one', async () => {
    const url = await start();
    const events = [event, { ...event, id: 'e-2', uscc: ' 91329999madem0001q', reason: ' 资料不全 ' }];
    for (const secret of [secrets.old, secrets.current]) {
      expect((await postSigned(url, secret, { events })).status).toBe(200);
    }
    expect(taken.map(({ source }) => source)).toEqual(['api/crm', 'api/crm']);
    expect(taken[0]?.events[1]).toMatchObject({
      enrollmentId: 'jiangsu-2022/91329999MADEM0001Q',
      reason: '资料不全',
    });
  });

  it('says of each event why it changed nothing, in both languages', async () => {
    const refusal = { code: 'transitionNotAllowed', from: 'terminated', to: 'approved' } as const;
    const url = await start({
      intake: {
        take: async () => ({ engine: 'answered', results: [{ id: 'e-1', outcome: 'refused', refusal }] }),
      },
    });
    const answer: unknown = await (await postSigned(url, secrets.current, event)).json();
    expect(answer).toEqual({
      results: [
        {
          id: 'e-1',
          outcome: 'refused',
          refusal: {
            code: 'transitionNotAllowed',
            zh: '现在是「保单已解除」，不能改为「审批通过」。',
            en: expect.stringContaining('cannot become') as string,
          },
        },
      ],
    });
  });

  it('says that the engine is out of reach, and what was taken all the same', async () => {
    const results: EventResult[] = [{ id: 'e-1', outcome: 'accepted', refusal: null }];
    const url = await start({ intake: { take: async () => ({ engine: 'unreachable', results }) } });
    const response = await postSigned(url, secrets.current, event);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'engineUnreachable' }, results });
  });

  it('fails without a trace of why, and may be tried again', async () => {
    const url = await start({ intake: { take: () => Promise.reject(new Error('secret detail')) } });
    expect(await codeOf(await postSigned(url, secrets.current, event))).toEqual([500, 'internal']);
    expect(running?.logged.at(-1)?.message).toBe('api.requestFailed');
  });
});

describe('who may not', () => {
  const body = JSON.stringify(event);
  const hour = 3_600_000;

  it.each<[string, Record<string, string>, [number, string]]>([
    ['nothing is signed', {}, [401, 'signatureMissing']],
    ['a secret of nobody signed', signedHeaders(newSecret(), body), [401, 'signatureWrong']],
    ['another body was signed', signedHeaders(secrets.current, `${body} `), [401, 'signatureWrong']],
    [
      'the signature is of another message',
      { ...signedHeaders(secrets.current, body), 'webhook-id': 'msg_other' },
      [401, 'signatureWrong'],
    ],
    [
      'the signature is of another version',
      { ...signedHeaders(secrets.current, body), 'webhook-signature': 'v1a,AAAA v1' },
      [401, 'signatureWrong'],
    ],
    [
      'it was signed an hour ago',
      signedHeaders(secrets.current, body, { at: new Date(Date.now() - hour) }),
      [401, 'signatureTime'],
    ],
    [
      'it was signed an hour ahead',
      signedHeaders(secrets.current, body, { at: new Date(Date.now() + hour) }),
      [401, 'signatureTime'],
    ],
    [
      'its time is no time',
      { ...signedHeaders(secrets.current, body), 'webhook-timestamp': 'now' },
      [401, 'signatureTime'],
    ],
  ])('changes nothing when %s', async (_name, headers, refused) => {
    const url = await start();
    const sent = { 'content-type': 'application/json', ...headers };
    expect(await codeOf(await fetch(url, { method: 'POST', headers: sent, body }))).toEqual(refused);
    expect(taken).toEqual([]);
  });

  it('is everybody while no secret is configured', async () => {
    const url = await start({ off: true });
    expect(await codeOf(await postSigned(url, secrets.current, event))).toEqual([404, 'apiOff']);
  });

  it('is who guesses too often', async () => {
    const url = await start();
    for (let i = 0; i < 30; i += 1) {
      expect((await postSigned(url, newSecret(), event)).status).toBe(401);
    }
    expect(await codeOf(await postSigned(url, newSecret(), event))).toEqual([429, 'tooManyRequests']);
  });

  it('is who sends too often, but not another source', async () => {
    const url = await start({ requestsAMinute: 2 });
    for (let i = 0; i < 2; i += 1) expect((await postSigned(url, secrets.old, event)).status).toBe(200);
    const third = await postSigned(url, secrets.current, event);
    expect(third.headers.get('retry-after')).toBe('60');
    expect(await codeOf(third)).toEqual([429, 'tooManyRequests']);
    expect((await postSigned(url, secrets.other, event)).status).toBe(200);
  });
});

describe('a body that is not as it should be', () => {
  it.each<[string, unknown, [number, string]]>([
    ['is no JSON', '{"id":', [400, 'notJson']],
    ['is empty', '', [400, 'notJson']],
    ['is a list', '[]', [422, 'eventsInvalid']],
    ['has no events', { events: [] }, [422, 'eventsInvalid']],
    [
      'has too many events',
      { events: Array.from({ length: 501 }, (_, i) => ({ ...event, id: `e-${i}` })) },
      [422, 'eventsInvalid'],
    ],
    ['is too large', { ...event, reason: 'x'.repeat(1_100_000) }, [413, 'tooLarge']],
  ])('is refused where it %s', async (_name, body, refused) => {
    const url = await start();
    expect(await codeOf(await postSigned(url, secrets.current, body))).toEqual(refused);
    expect(taken).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['type', { type: 'enrollment.deleted' }, 'type'],
    ['code', { uscc: '91329999MADEM0001A' }, 'uscc'],
    ['status', { status: 'lost' }, 'status'],
    ['time', { occurredAt: '2026-11-24' }, 'occurredAt'],
    ['ID', { id: '' }, 'id'],
    ['reason', { reason: 'x'.repeat(501) }, 'reason'],
    ['pack', { pack: '../x' }, 'pack'],
  ])('names a wrong %s by its path, and nothing of the batch is taken', async (_name, wrong, path) => {
    const url = await start();
    const response = await postSigned(url, secrets.current, { events: [event, { ...event, ...wrong }] });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ problems: [{ path: `events.1.${path}` }] });
    expect(taken).toEqual([]);
  });

  it('refuses a field that it does not know: a slip would be lost', async () => {
    const url = await start();
    const response = await postSigned(url, secrets.current, { ...event, occuredAt: event.occurredAt });
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain('occuredAt');
  });

  it('refuses what is not JSON by name, and bytes that are not UTF-8', async () => {
    const url = await start();
    const headers = { ...signedHeaders(secrets.current, 'x'), 'content-type': 'text/plain' };
    expect(await codeOf(await fetch(url, { method: 'POST', headers, body: 'x' }))).toEqual([
      415,
      'wrongType',
    ]);
    const bytes = Buffer.from([0x22, 0xff, 0x22]);
    const signed = signedHeaders(secrets.current, bytes.toString());
    expect(await codeOf(await fetch(url, { method: 'POST', headers: signed, body: bytes }))).toEqual([
      400,
      'notJson',
    ]);
  });
});
