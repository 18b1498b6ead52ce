import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPostWebhook } from '../../activities/webhooks/post-webhook.ts';
import { createWebhookSender } from '../../activities/webhooks/webhook-sender.ts';
import type { WebhookSender } from '../../activities/webhooks/webhook-sender.ts';
import type { WebhookDelivery } from '../../activities/ports/webhooks.ts';
import type { OfficialStatus, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { nothingInside, parseAllowedInside } from '../../knowledge/webhooks/inside.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { newSecret } from '../support/signed-request.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { startWebhookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

const [current, old] = [newSecret(), newSecret()];
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const thisMachine = parseAllowedInside('127.0.0.1') ?? nothingInside;
let now: Date;
let temp: TempStores;
let receiver: WebhookReceiver;
let commands: ReturnType<typeof createFakeCommands>;
let sender: WebhookSender;

beforeEach(async () => {
  now = new Date();
  [temp, receiver] = await Promise.all([openTempStores(), startWebhookReceiver()]);
  const { stores } = temp;
  await stores.firms.upsertFirms(packId, [fictionalFirm(1), fictionalFirm(2)], wanted);
  commands = createFakeCommands(stores, () => now.toISOString());
  await commands.begin(id(1));
  await commands.begin(id(2));
  await stores.webhooks.add({ name: 'crm', url: receiver.url });
  sender = senderWith([{ name: 'crm', secrets: [current, old] }]);
});
afterEach(async () => {
  await receiver.close();
  await temp.dispose();
});

const senderWith = (secrets: { name: string; secrets: string[] }[], patienceMs = 30_000): WebhookSender =>
  createWebhookSender({
    ...{ webhooks: temp.stores.webhooks, secrets, log },
    post: createPostWebhook({ allowed: thisMachine, timeoutMs: patienceMs }),
    clock: { now: () => now },
  });
const id = (n: number): string => `${packId}/${fictionalFirm(n).uscc}`;
/** However slow the machine is. */
const patient = { timeout: 30_000 };
let changes = 0;
async function change(n: number, status: OfficialStatus, reason: string | null = null): Promise<void> {
  changes += 1;
  const by = { source: 'staff', actor: 'staff-7', eventId: `change-${changes}` } as const;
  await commands.applyOfficialEvent({ enrollmentId: id(n), ...by, status, reason });
}
const sendDue = (): Promise<void> => sender.sendDue(new AbortController().signal);
async function send(): Promise<void> {
  await sendDue();
  await sender.settled();
}
const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
const oldestFirst = async (): Promise<WebhookDelivery[]> =>
  (await temp.stores.webhooks.deliveries({}, 100)).toReversed();
const told = (): string[] =>
  receiver.received.map(({ body }) => {
    const { data } = JSON.parse(body) as { data: { uscc: string; status: string } };
    return `${data.uscc === fictionalFirm(1).uscc ? 1 : 2} ${data.status}`;
  });

describe('a change of an official status', () => {
  it('is told once, signed, and says nothing of a person', async () => {
    await change(1, 'returned', '印章不清楚');
    await send();
    await send();
    expect(told()).toEqual(['1 returned']);
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
    for (const secret of [current, old]) {
      const signed = headers as Record<string, string>;
      expect(new Webhook(secret).verify(body, signed)).toMatchObject({ type: 'enrollment.statusChanged' });
    }
    const { name, contactName, contactPhone } = fictionalFirm(1);
    for (const secret of [name, contactName, contactPhone, 'staff-7']) expect(body).not.toContain(secret);
    expect(await oldestFirst()).toMatchObject([{ state: 'delivered', attempts: 1, lastAnswer: '204' }]);
  });

  it('is told once though its projection is saved twice', async () => {
    await change(1, 'approved');
    const snapshot = await temp.stores.enrollments.find(id(1));
    const timeline = await temp.stores.enrollments.timeline(id(1));
    if (snapshot !== null) await temp.stores.enrollments.saveProjection(snapshot, timeline);
    await send();
    expect(told()).toEqual(['1 approved']);
  });

  it('is told once though a worker died over it, and something else came first when it was done again', async () => {
    await change(1, 'approved');
    const snapshot = await temp.stores.enrollments.find(id(1));
    const last = (await temp.stores.enrollments.timeline(id(1))).at(-1);
    if (snapshot === null || last === undefined) throw new Error('nothing was saved');
    const event = { type: 'stepReported', step: 'opened', at: last.at } as const;
    const step: TimelineEntry = { ...last, eventId: 'step-1', event };
    const version = snapshot.version + 1;
    await temp.stores.enrollments.saveProjection({ ...snapshot, version }, [
      step,
      { ...last, seq: last.seq + 1 },
    ]);
    await send();
    expect(told()).toEqual(['1 approved']);
  });

  it('is another message where a restored database comes to the same version again', async () => {
    await change(1, 'approved');
    const [first] = await oldestFirst();
    const other = await openTempStores();
    try {
      await other.stores.webhooks.add({ name: 'crm', url: receiver.url });
      await other.stores.firms.upsertFirms(packId, [fictionalFirm(1)], wanted);
      const snapshot = await temp.stores.enrollments.find(id(1));
      const timeline = await temp.stores.enrollments.timeline(id(1));
      const another = timeline.map((line) => ({ ...line, eventId: 'change-after-the-restore' }));
      if (snapshot !== null) await other.stores.enrollments.saveProjection(snapshot, another);
      const [again] = await other.stores.webhooks.deliveries({}, 1);
      expect(again?.body).toBe(first?.body);
      expect(again?.messageId).not.toBe(first?.messageId);
    } finally {
      await other.dispose();
    }
  });

  it('is told to nobody who came later, and waits for a secret', async () => {
    await change(1, 'approved');
    await temp.stores.webhooks.add({ name: 'bank', url: receiver.url });
    await change(1, 'inForce');
    await send();
    expect(told()).toEqual(['1 approved', '1 inForce']);
    expect(await temp.stores.webhooks.deliveries({ endpoint: 'bank' }, 9)).toMatchObject([
      { state: 'waiting', attempts: 0 },
    ]);
    sender = senderWith([{ name: 'bank', secrets: [current] }]);
    await send();
    expect(told()).toEqual(['1 approved', '1 inForce', '1 inForce']);
  });
});

describe('a receiver that does not take it', () => {
  it.each([
    [500, '500'],
    [302, '302'],
    ['drop', 'network'],
    ['hang', 'timeout'],
  ] as const)('with %s is sent it again, under the same ID', async (reaction, lastAnswer) => {
    receiver.react = () => reaction;
    if (reaction === 'hang') sender = senderWith([{ name: 'crm', secrets: [current] }], 100);
    receiver.answerHeaders = { location: receiver.url };
    await change(1, 'approved');
    await send();
    expect(await oldestFirst()).toMatchObject([{ state: 'waiting', attempts: 1, lastAnswer }]);
    await send();
    expect(receiver.received).toHaveLength(1);
    receiver.react = () => 200;
    sender = senderWith([{ name: 'crm', secrets: [current] }]);
    later(6_000);
    await send();
    expect(new Set(receiver.received.map((r) => r.id)).size).toBe(1);
    expect(receiver.received.map((r) => r.reaction)).toEqual([reaction, 200]);
    expect(await oldestFirst()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('is told nothing more once it answers 410, until it is added again', async () => {
    receiver.react = () => 410;
    await change(1, 'approved');
    await change(1, 'inForce');
    await send();
    later(86_400_000);
    await change(2, 'approved');
    await send();
    expect(told()).toEqual(['1 approved']);
    expect((await oldestFirst()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const { webhooks } = temp.stores;
    expect(await webhooks.list()).toMatchObject([{ name: 'crm', disabledAt: expect.any(String) as string }]);
    expect(await webhooks.redeliver('crm', null)).toBe(0);

    receiver.react = () => 200;
    await webhooks.add({ name: 'crm', url: receiver.url });
    expect(await webhooks.redeliver('crm', null)).toBe(2);
    await send();
    expect(told().slice(1)).toEqual(['1 approved', '1 inForce']);
  });

  it('gets the changes of one firm in their order, and those of others meanwhile', async () => {
    receiver.react = ({ body }) => (body.includes('approved') ? 422 : 200);
    await change(1, 'approved');
    await change(1, 'inForce');
    await change(2, 'submitted');
    await send();
    expect(told()).toEqual(['1 approved', '2 submitted']);
    receiver.react = () => 200;
    later(6_000);
    await send();
    await send();
    expect(told().slice(2)).toEqual(['1 approved', '1 inForce']);
  });

  it('is given up on after days, which holds the next change up no longer', async () => {
    receiver.react = ({ body }) => (body.includes('approved') ? 422 : 200);
    await change(1, 'approved');
    await change(1, 'inForce');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await send();
      later(25 * 3_600_000);
    }
    await send();
    expect(await oldestFirst()).toMatchObject([
      { state: 'failed', attempts: 10, lastAnswer: '422' },
      { state: 'delivered', attempts: 1 },
    ]);
    receiver.react = () => 200;
    const [failed] = await oldestFirst();
    expect(await temp.stores.webhooks.redeliver('crm', failed?.messageId ?? '')).toBe(1);
    await send();
    expect(told().at(-1)).toBe('1 approved');
    expect(receiver.received.at(-1)?.id).toBe(failed?.messageId);
  });

  it('is left alone for a while when it is away, whatever waits', async () => {
    receiver.react = () => 503;
    for (const n of [3, 4, 5, 6, 7, 8]) {
      await temp.stores.firms.upsertFirms(packId, [fictionalFirm(n)], wanted);
      await commands.begin(id(n));
      await change(n, 'approved');
    }
    await send();
    await send();
    expect(receiver.received).toHaveLength(4);
  });
});

describe('one receiver that is slow', () => {
  it('holds up no other, and is sent nothing twice meanwhile', async () => {
    const slow = await startWebhookReceiver();
    slow.react = () => 'hang';
    await temp.stores.webhooks.add({ name: 'slow', url: slow.url });
    sender = senderWith(['crm', 'slow'].map((name) => ({ name, secrets: [current] })));
    try {
      await change(1, 'approved');
      await sendDue();
      await expect
        .poll(() => [receiver, slow].map(({ received }) => received.length), patient)
        .toEqual([1, 1]);
      await change(2, 'approved');
      await expect
        .poll(async () => {
          await sendDue();
          return told();
        }, patient)
        .toEqual(['1 approved', '2 approved']);
      expect(slow.received).toHaveLength(1);
    } finally {
      await slow.close();
    }
    await sender.settled();
    expect(await temp.stores.webhooks.deliveries({ endpoint: 'slow' }, 9)).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 1, lastAnswer: 'network' },
    ]);
  });
});

describe('the log', () => {
  it('is cleared of what came to its end 90 days ago, and keeps what waits', async () => {
    receiver.react = ({ body }) => (body.includes('approved') ? 200 : 422);
    await change(1, 'approved');
    await change(2, 'submitted');
    await send();
    later(91 * 86_400_000);
    await send();
    expect(await oldestFirst()).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    // What nobody had tried for months counts from its last attempt.
    receiver.react = () => 200;
    later(86_400_000);
    await send();
    later(3_600_000);
    await send();
    expect(await oldestFirst()).toMatchObject([{ state: 'delivered' }]);
  });
});

describe('a sender that dies', () => {
  it('loses nothing: what it had begun is sent again, under the same ID', async () => {
    await change(1, 'approved');
    const at = { now: now.toISOString(), until: new Date(now.getTime() + 60_000).toISOString(), limit: 4 };
    const [begun] = await temp.stores.webhooks.begin('crm', at);
    await send();
    expect(receiver.received).toEqual([]);
    later(61_000);
    await send();
    expect(receiver.received.map((r) => r.id)).toEqual([begun?.messageId]);
  });

  it('ends at once when it is stopped, and does not count what nobody answered', async () => {
    receiver.react = () => 'hang';
    await change(1, 'approved');
    const stopping = new AbortController();
    await sender.sendDue(stopping.signal);
    await expect.poll(() => receiver.received, patient).toHaveLength(1);
    stopping.abort();
    await sender.settled();
    expect(await oldestFirst()).toMatchObject([{ state: 'waiting' }]);
  });
});
