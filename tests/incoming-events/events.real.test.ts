import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { newSecret, postSigned } from '../support/signed-request.ts';
import { until } from '../support/until.ts';
import { startWebhookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

const secret = newSecret();
const hookSecret = newSecret();
const pack = 'jiangsu-2022';
let receiver: WebhookReceiver;
let home: AppHome;
let app: Awaited<ReturnType<AppHome['start']>>;
let stores: Stores;
let usccs: string[];

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  home = await makeAppHome({
    TONGBAO_MODE: 'trial',
    TONGBAO_API_SECRETS: `platform:${secret}`,
    TONGBAO_WEBHOOK_SECRETS: `mirror:${hookSecret}`,
    TONGBAO_WEBHOOK_ALLOW: '127.0.0.1',
  });
  app = await home.start();
  stores = await openStores(`file:${join(home.dataDir, 'trial', 'tongbao.db')}`);
  const rows = await stores.firms.listFirms({ packId: pack, officialStatus: 'invited' }, { limit: 100 });
  await stores.webhooks.add({ name: 'mirror', url: receiver.url });
  usccs = rows.map(({ firm }) => firm.uscc);
  await until(async () => (await stores.enrollments.countWaiting()) === 0);
}, 240_000);
afterAll(async () => {
  await home.dispose();
  await stores.close();
  await receiver.close();
});

const firm = (n: number): string => usccs[n] ?? '';
/** The n-th minute of an hour that is over. */
const minute = (n: number): string => `2026-03-02T09:${String(n).padStart(2, '0')}:00+08:00`;
const event = (n: number, status: OfficialStatus, at: number) => ({
  ...{ id: `${firm(n)}-${status}`, type: 'enrollment.statusChanged', pack, uscc: firm(n), status },
  occurredAt: minute(at),
});
const post = (body: unknown): Promise<Response> => postSigned(`${home.url}/api/v1/events`, secret, body);
async function answered(...events: object[]): Promise<string[]> {
  const response = await post({ events });
  const { results } = (await response.json()) as { results: { outcome: string }[] };
  return results.map(({ outcome }) => outcome);
}
/** Sends as a patient sender does: again, with the same IDs, until each is decided. How they were decided at last. */
async function send(...events: { id: string }[]): Promise<string[]> {
  await until(async () => !(await answered(...events)).includes('accepted'));
  return outcomes(...events.map(({ id }) => id));
}
async function outcomes(...ids: string[]): Promise<string[]> {
  const found = await stores.incomingEvents.find('api/platform', ids);
  return ids.map((id) => found.find((e) => e.id === id)?.outcome ?? 'missing');
}
/** Every official status that a firm's timeline tells, with who said so. */
const officially = async (n: number): Promise<string[]> =>
  (await stores.enrollments.timeline(`${pack}/${firm(n)}`)).flatMap(({ event: e, actor }) =>
    e.type === 'officialChanged' ? [`${actor} ${e.status}`] : [],
  );

describe('official events from another system', () => {
  it('change enrollments in the order in which things happened, each once', async () => {
    const batch = [event(0, 'inForce', 3), event(1, 'submitted', 1), event(0, 'approved', 2)];
    expect(await send(...batch)).toEqual(['applied', 'applied', 'applied']);
    expect(new Set(await answered(...batch))).toEqual(new Set(['alreadyApplied']));
    expect(await officially(0)).toEqual(['api/platform approved', 'api/platform inForce']);
    expect(await officially(1)).toEqual(['api/platform submitted']);
  });

  it('are held, stale or refused where they do not fit, and nothing else changes', async () => {
    expect(await send(event(2, 'inForce', 5))).toEqual(['held']);
    expect(await send(event(2, 'approved', 4))).toEqual(['applied']);
    expect(await outcomes(event(2, 'inForce', 5).id)).toEqual(['applied']);
    expect(await send(event(2, 'submitted', 1))).toEqual(['stale']);
    expect(await send(event(3, 'returned', 1), { ...event(3, 'returned', 1), id: 'other' })).toEqual([
      'refused',
      'refused',
    ]);
    expect(await officially(2)).toEqual(['api/platform approved', 'api/platform inForce']);
    expect(await officially(3)).toEqual([]);
  });

  it('change nothing when somebody else signed them', async () => {
    const response = await postSigned(`${home.url}/api/v1/events`, newSecret(), event(4, 'approved', 1));
    expect(response.status).toBe(401);
    expect(await officially(4)).toEqual([]);
  });

  it('are decided after a kill that came when they were stored, each once', async () => {
    const numbers = usccs.flatMap((_, n) => (n < 5 ? [] : [n]));
    const events = numbers.flatMap((n) => [event(n, 'inForce', 9), event(n, 'approved', 8)]);
    const { incomingEvents } = stores;
    const answer = post({ events }).catch(() => null);
    // The other system is away meanwhile: what it is to be told waits through the kill.
    receiver.react = () => 503;
    await until(async () => (await outcomes(...events.map(({ id }) => id))).includes('waiting'));
    await app.kill('SIGKILL');
    expect(await answer).toBeNull();
    expect(await incomingEvents.countWaiting()).toBeGreaterThan(0);

    receiver.react = () => 204;
    app = await home.start();
    await until(async () => (await incomingEvents.countWaiting()) === 0);
    const decided = await outcomes(...events.map(({ id }) => id));
    expect(decided).toEqual(events.map(() => 'applied'));
    for (const n of numbers) {
      expect(await officially(n)).toEqual(['api/platform approved', 'api/platform inForce']);
    }
    expect(new Set(await answered(...events))).toEqual(new Set(['alreadyApplied']));
  }, 240_000);

  it('are told to another system, each change once or under its ID again, in the order of each firm', async () => {
    const changes = usccs.flatMap((_, n) => (n === 3 || n === 4 ? [] : n === 1 ? [1] : [2 * n, 2 * n + 1]));
    const taken = () => receiver.received.filter(({ reaction }) => reaction === 204);
    const messages = () => new Map(taken().map(({ id, headers, body }) => [id, { headers, body }]));
    await until(() => messages().size >= changes.length, 180_000);
    const told = new Map<string, string[]>();
    for (const { headers, body } of messages().values()) {
      const signed = headers as Record<string, string>;
      const { data } = new Webhook(hookSecret).verify(body, signed) as { data: Record<string, string> };
      told.set(data['uscc'] ?? '', [
        ...(told.get(data['uscc'] ?? '') ?? []),
        `${data['source']} ${data['status']}`,
      ]);
    }
    for (const n of usccs.keys()) expect(told.get(firm(n)) ?? []).toEqual(await officially(n));
    const counts = (await stores.webhooks.counts()).get('mirror');
    expect(counts).toMatchObject({ waiting: 0, delivered: changes.length, failed: 0 });
  }, 240_000);
});
