import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignWorkflowId } from '../../workflows/contract.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RunningOffice;

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

describe('a campaign', () => {
  it('reminds each firm once, shows its progress and ends with the tally', async () => {
    const { campaigns } = office.temp.stores;
    const ids: string[] = [];
    for (let i = 1; i <= 13; i += 1) ids.push(await office.enroll(i, {}, { contacts: i === 2 ? 0 : 1 }));
    await office.start();
    // Never started: it has a row, but no workflow.
    await office.enroll(14, {});
    const by = { eventId: 'e1', source: 'firm', actor: 'test' } as const;
    await office.commands.reportStep({ ...by, enrollmentId: ids[0] ?? '', step: 'submitted' });

    const id = 'c-1';
    await campaigns.create({ ...reminderPlan(), id, packId, requestedBy: 'staff-1' });
    await campaigns.setProgress(id, { channel: 'web', chatId: 'staff-chat', messageId: 'p1' });
    await Promise.all([office.commands.startCampaign(id), office.commands.startCampaign(id)]);
    await client.workflow.getHandle(campaignWorkflowId(id)).result();
    await office.commands.startCampaign(id); // confirmed once more, after the end

    expect(await campaigns.find(id)).toMatchObject({
      state: 'finished',
      tally: {
        total: 14,
        done: 14,
        sent: 11,
        failed: 0,
        unknown: 0,
        skipped: { reportedSubmitted: 1, noVerifiedContact: 1, notTracked: 1 },
      },
    });
    const chats = office.sender.sent.map((s) => s.chatId);
    expect(new Set(chats).size).toBe(11);
    expect(chats).toHaveLength(11);
    const edits = office.sender.edits.map((e) => e.message.paragraphs[0]);
    expect(edits.at(0)).toContain('正在发送');
    expect(edits.at(-1)).toContain('发送完成，共处理 14 家');
  });
});
