import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../activities/ports/campaigns.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import type { SteeringAction } from '../../knowledge/campaigns/steering.ts';
import { campaignMessages, campaignWorkflowId } from '../../workflows/contract.ts';
import type { SteerCampaignResult } from '../../workflows/contract.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RunningOffice;
let firms = 0;
let serial = 0;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
  office = await openRunningOffice({ client, connection: native });
});
afterAll(async () => {
  await office.dispose();
  await native.close();
  await connection.close();
  await server.stop();
});
beforeEach(() => {
  office.sender.beforeSend = null;
  office.ports.clock = { now: () => new Date() };
});

/** Firms of a city of their own, so that each test has its own. */
async function enrollFirms(count: number): Promise<{ city: string; ids: string[] }> {
  const city = `测试市${(serial += 1)}`;
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await office.enroll((firms += 1), {}, { city }));
  await office.start();
  return { city, ids };
}

async function begin(part: Partial<CampaignPlan>): Promise<string> {
  const id = `c-${(serial += 1)}`;
  const { campaigns } = office.temp.stores;
  await campaigns.create({ ...reminderPlan(part), id, packId, requestedBy: 'staff-1' });
  await campaigns.setProgress(id, { channel: 'web', chatId: 'staff-chat', messageId: id });
  await office.commands.startCampaign(id);
  return id;
}

const steer = (campaignId: string, action: SteeringAction, eventId = `e-${(serial += 1)}`) =>
  office.commands.steerCampaign({ campaignId, action, eventId, actor: 'staff-2' });
const ended = (id: string): Promise<unknown> => client.workflow.getHandle(campaignWorkflowId(id)).result();
async function stored(id: string): Promise<Campaign> {
  const campaign = await office.temp.stores.campaigns.find(id);
  if (campaign === null) throw new Error('not stored');
  return campaign;
}
async function outcomes(id: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { outcome } of office.temp.stores.campaigns.recipients(id)) found.push(outcome);
  return found;
}
const progressOf = (id: string) =>
  office.sender.edits.filter((e) => e.messageId === id).map((e) => e.message);
const chatsWrittenTo = (ids: string[]): string[] =>
  office.sender.sent.map((s) => s.chatId).filter((chat) => ids.some((id) => chat === chatOf(id)));
/** The one chat of the firm's contact: the running number is in its code. */
const chatOf = (enrollmentId: string): string => `chat-${Number(enrollmentId.slice(-8, -1))}`;

/** Holds every message until it is let go. */
function holdMessages(): { waiting: () => number; letGo: () => void } {
  let waiting = 0;
  let letGo = (): void => undefined;
  const open = new Promise<void>((resolve) => (letGo = resolve));
  office.sender.beforeSend = async () => {
    waiting += 1;
    await open;
  };
  return { waiting: () => waiting, letGo };
}

describe('a campaign that is steered', () => {
  it('asks nobody else while it is paused, and goes on with those who are left', async () => {
    const { city, ids } = await enrollFirms(30);
    const held = holdMessages();
    const id = await begin({ filter: { city } });
    await until(() => held.waiting() > 0);

    expect(await steer(id, 'pause', 'p1')).toEqual({ outcome: 'applied', state: 'paused' });
    expect(await steer(id, 'pause', 'p1')).toEqual({ outcome: 'applied', state: 'paused' });
    expect(await steer(id, 'pause')).toEqual({ outcome: 'refused', state: 'paused' });
    held.letGo();
    await until(async () => (await stored(id)).tally.done > 0);
    await until(async () => !(await outcomes(id)).includes('asking'));
    const { tally, state } = await stored(id);
    expect(state).toBe('paused');
    expect(tally.sent).toBe(tally.done);
    expect(tally.done).toBeLessThan(30);
    expect(progressOf(id).some((m) => m.paragraphs[0]?.includes('已暂停') === true)).toBe(true);

    expect(await steer(id, 'resume')).toMatchObject({ outcome: 'applied', state: 'running' });
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ total: 30, done: 30, sent: 30 });
    expect(chatsWrittenTo(ids)).toHaveLength(30);
    const last = progressOf(id).at(-1);
    expect(last?.paragraphs[0]).toBe('发送完成，共处理 30 家。');
    expect(last?.buttons).toEqual([]);
  });

  it('stops: what was asked goes out, the rest is noted as not sent', async () => {
    const { city, ids } = await enrollFirms(30);
    const held = holdMessages();
    const id = await begin({ filter: { city } });
    await until(() => held.waiting() > 0);
    expect(await steer(id, 'cancel')).toEqual({ outcome: 'applied', state: 'cancelled' });
    held.letGo();
    await ended(id);
    const { state, tally, endedAt } = await stored(id);
    expect(state).toBe('cancelled');
    expect(endedAt).not.toBeNull();
    expect(tally.cancelled).toBeGreaterThan(0);
    expect(tally.sent + tally.cancelled).toBe(30);
    expect(chatsWrittenTo(ids)).toHaveLength(tally.sent);
    await expect(steer(id, 'resume')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('refuses a steering without an ID before it is written down', async () => {
    const { city } = await enrollFirms(1);
    const id = await begin({ filter: { city }, startAt: new Date(Date.now() + 3_600_000).toISOString() });
    const handle = client.workflow.getHandle(campaignWorkflowId(id));
    const pause = (args: object) =>
      handle.executeUpdate<SteerCampaignResult, [object]>(campaignMessages.pause, { args: [args] });
    await expect(pause({ eventId: '', actor: 'x' })).rejects.toMatchObject({
      cause: { type: 'invalidSteering' },
    });
    await expect(pause({})).rejects.toMatchObject({ cause: { type: 'invalidSteering' } });
    await steer(id, 'cancel');
    await ended(id);
  });

  it('that never began is not there to be steered', async () => {
    await expect(steer('nothing', 'pause')).rejects.toBeInstanceOf(EnrollmentUnavailable);
  });
});

describe('a campaign that begins later', () => {
  it('waits for its time, and looks then whom it is for', async () => {
    const { city, ids } = await enrollFirms(2);
    const startAt = new Date(Date.now() + 4_000).toISOString();
    const id = await begin({ filter: { city, reportedStep: 'none' }, startAt });
    await until(() => progressOf(id).length > 0);
    expect((await stored(id)).state).toBe('scheduled');
    expect(
      progressOf(id)[0]
        ?.buttons.flat()
        .map((b) => b.label),
    ).toEqual(['暂停', '停止']);
    const by = { eventId: 'e', source: 'firm', actor: 'test' } as const;
    await office.commands.reportStep({ ...by, enrollmentId: ids[0] ?? '', step: 'sealed' });
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ total: 1, sent: 1 });
    expect(Date.parse((await stored(id)).startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(startAt));
  });

  it('can be paused and called off before', async () => {
    const { city } = await enrollFirms(2);
    const id = await begin({ filter: { city }, startAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await steer(id, 'pause')).toMatchObject({ state: 'paused' });
    expect(await steer(id, 'resume')).toMatchObject({ state: 'scheduled' });
    expect(await steer(id, 'cancel')).toMatchObject({ state: 'cancelled' });
    await ended(id);
    expect(await stored(id)).toMatchObject({ state: 'cancelled', startedAt: null, tally: { total: 0 } });
  });
});

describe('a campaign outside sending time', () => {
  /** The office's clock runs on from a moment of its own. */
  const setClock = (iso: string): void => {
    const ahead = Date.parse(iso) - Date.now();
    office.ports.clock = { now: () => new Date(Date.now() + ahead) };
  };

  it('waits until it begins again, and says so', async () => {
    const { city } = await enrollFirms(2);
    // Ten seconds before half past nine on a Monday in Shanghai: time enough to begin on a busy machine.
    setClock('2026-11-16T01:29:50.000Z');
    const id = await begin({ filter: { city }, outsideHours: 'wait' });
    await until(() => progressOf(id).some((m) => m.paragraphs[0]?.includes('09:30继续') === true));
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ sent: 2 });
  });

  it('is called off while it waits', async () => {
    const { city, ids } = await enrollFirms(2);
    setClock('2026-11-14T02:00:00.000Z');
    const id = await begin({ filter: { city }, outsideHours: 'wait' });
    await until(() => progressOf(id).some((m) => m.paragraphs[0]?.includes('2026-11-16 09:30') === true));
    await steer(id, 'cancel');
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ sent: 0, cancelled: 2 });
    expect(chatsWrittenTo(ids)).toEqual([]);
  });

  it('skips who is left, where that was asked for', async () => {
    const { city, ids } = await enrollFirms(2);
    setClock('2026-11-14T02:00:00.000Z');
    const id = await begin({ filter: { city }, outsideHours: 'skip' });
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ sent: 0, skipped: { quietHours: 2 } });
    expect(chatsWrittenTo(ids)).toEqual([]);
  });
});

describe('two campaigns over the same firms', () => {
  it('write to each of them once, at the same time and one after the other', async () => {
    const { city, ids } = await enrollFirms(15);
    const both = await Promise.all([begin({ filter: { city } }), begin({ filter: { city } })]);
    await Promise.all(both.map(ended));
    const tallies = await Promise.all(both.map(async (id) => (await stored(id)).tally));
    expect(tallies.map((t) => t.done)).toEqual([15, 15]);
    expect(tallies.reduce((sum, t) => sum + t.sent, 0)).toBe(15);
    expect(chatsWrittenTo(ids)).toHaveLength(15);

    const third = await begin({ filter: { city } });
    await ended(third);
    expect((await stored(third)).tally).toMatchObject({ sent: 0, skipped: { alreadySent: 15 } });
    expect(chatsWrittenTo(ids)).toHaveLength(15);
  });

  it('keep the distance that the later one asks for', async () => {
    const { city, ids } = await enrollFirms(2);
    const { notifications } = office.temp.stores;
    const [record] = await notifications.queue([
      {
        ...{ key: `k-${city}`, kind: 'reminder', channel: 'web', identityId: 'x', data: {} },
        enrollmentId: ids[0] ?? '',
      },
    ]);
    await notifications.move(record?.id ?? '', 'queued', 'unknown');
    const id = await begin({ filter: { city }, notWithinWorkingDays: 5 });
    await ended(id);
    expect((await stored(id)).tally).toMatchObject({ sent: 1, skipped: { remindedRecently: 1 } });
  });
});
