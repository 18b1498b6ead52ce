import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { campaignWorkflowId } from '../../workflows/contract.ts';
import { announcementPlan } from '../support/campaign-plan.ts';
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
  office.sender.sent.length = 0;
  office.sender.beforeSend = null;
  office.ports.clock = { now: () => new Date() };
});

/** Firms of a city of their own; their enrollments need not run. */
async function enrollFirms(count: number): Promise<{ city: string; ids: string[] }> {
  const city = `测试市${(serial += 1)}`;
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await office.enroll((firms += 1), {}, { city }));
  return { city, ids };
}

async function begin(city: string, part: Partial<CampaignPlan> = {}): Promise<string> {
  const id = `c-${(serial += 1)}`;
  const { campaigns } = office.temp.stores;
  const plan = announcementPlan({ 'zh-CN': '周五维护。' }, { ...part, filter: { city } });
  await campaigns.create({ ...plan, id, packId, requestedBy: 'staff-1' });
  await campaigns.setProgress(id, { channel: 'web', chatId: 'staff-chat', messageId: id });
  await office.commands.startCampaign(id);
  return id;
}
const ended = (id: string): Promise<unknown> => client.workflow.getHandle(campaignWorkflowId(id)).result();
const stored = async (id: string) => {
  const campaign = await office.temp.stores.campaigns.find(id);
  if (campaign === null) throw new Error('not stored');
  return campaign;
};
const steer = (campaignId: string, action: 'pause' | 'resume' | 'cancel') =>
  office.commands.steerCampaign({ campaignId, action, eventId: `e-${(serial += 1)}`, actor: 'staff-2' });
const chats = (): string[] => office.sender.sent.map((s) => s.chatId);

it('an announcement reaches each person once, waits where a channel asks for it, and repeats nothing', async () => {
  const { city, ids } = await enrollFirms(60);
  const { identities } = office.temp.stores;
  // One person looks after two firms.
  const [shared] = await identities.contactsOf(usccOf(ids[0] ?? ''));
  await identities.linkFirm(shared?.id ?? '', usccOf(ids[59] ?? ''));
  office.sender.failures.push(
    new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 1_500 }),
    new SendError({ fate: 'ambiguous', code: 'timeout' }),
  );
  const id = await begin(city);
  await ended(id);
  expect(await stored(id)).toMatchObject({
    ...{ state: 'finished', tally: { total: 60, done: 60, sent: 59, unknown: 1, failed: 0, skipped: {} } },
  });
  expect(chats()).toHaveLength(59);
  expect(new Set(chats()).size).toBe(59);
  expect(office.sender.sent[0]?.message.paragraphs[0]).toBe('【办公室通知】周五维护。');
  const last = office.sender.edits.filter((e) => e.messageId === id).at(-1);
  expect(last?.message.paragraphs[0]).toBe('发送完成，共处理 60 家。');

  // The same firms again on the same day: the office keeps its distance.
  const again = await begin(city);
  await ended(again);
  expect((await stored(again)).tally).toMatchObject({ sent: 0, skipped: { remindedRecently: 60 } });
  expect(chats()).toHaveLength(59);
});

it('an announcement is paused and called off: what is under way goes out, the rest does not', async () => {
  const { city } = await enrollFirms(70);
  let waiting = 0;
  let letGo = (): void => undefined;
  const open = new Promise<void>((resolve) => (letGo = resolve));
  office.sender.beforeSend = async () => {
    waiting += 1;
    await open;
  };
  const id = await begin(city);
  await until(() => waiting > 0);
  expect(await steer(id, 'pause')).toEqual({ outcome: 'applied', state: 'paused' });
  letGo();
  await until(async () => (await stored(id)).tally.done === 50);
  expect(await steer(id, 'cancel')).toEqual({ outcome: 'applied', state: 'cancelled' });
  await ended(id);
  expect(await stored(id)).toMatchObject({ state: 'cancelled', tally: { sent: 50, cancelled: 20 } });
  expect(chats()).toHaveLength(50);
});

it('an announcement keeps to sending time', async () => {
  const { city } = await enrollFirms(2);
  // Two seconds before half past nine on a Monday in Shanghai.
  const ahead = Date.parse('2026-11-16T01:29:58.000Z') - Date.now();
  office.ports.clock = { now: () => new Date(Date.now() + ahead) };
  const id = await begin(city, { outsideHours: 'wait' });
  const said = () =>
    office.sender.edits.filter((e) => e.messageId === id).map((e) => e.message.paragraphs[0]);
  await until(() => said().some((line) => line?.includes('09:30继续') === true));
  expect(chats()).toEqual([]);
  await ended(id);
  expect((await stored(id)).tally).toMatchObject({ sent: 2 });
});
