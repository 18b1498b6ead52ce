import { fastify } from 'fastify';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { createMailOutbox } from '../../bot/channels/mail/create-mail-channel.ts';
import { createMailStopping } from '../../bot/channels/mail/stopping.ts';
import { createTelegramOutbox } from '../../bot/channels/telegram/telegram-api.ts';
import { registerMailStop } from '../../server/mail-route.ts';
import { addDays, shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import { cadence, openRunningOffice } from '../support/enrollment-office.ts';
import type { RunningOffice } from '../support/enrollment-office.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import type { FakeSender } from '../support/fake-sender.ts';
import { fictionalFirm, fictionalUscc } from '../support/fictional-firms.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';
import { until } from '../support/until.ts';

let server: TestTemporalServer;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let office: RunningOffice;
let mail: FakeSender;
const from = { name: '统保办公室', address: 'office@example.cn' };
let firms = 500;
let events = 0;
const by = (enrollmentId: string) =>
  ({ enrollmentId, eventId: `r${(events += 1)}`, source: 'staff', actor: 'test' }) as const;

beforeAll(async () => {
  server = await startTemporalServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection });
});
afterAll(async () => {
  await native.close();
  await connection.close();
  await server.stop();
});
beforeEach(async () => {
  office = await openRunningOffice({ client, connection: native, channels: ['mail', 'telegram'] });
  mail = createFakeSender('mail');
  office.ports.senders['mail'] = mail;
});
afterEach(() => office.dispose());

const textsOf = (sender: FakeSender, chat: string): string[] =>
  sender.sent.filter((s) => s.chatId === chat).map((s) => s.message.paragraphs.join('\n'));
const timelineTypes = async (id: string): Promise<string[]> =>
  (await office.temp.stores.enrollments.timeline(id)).map((t) => t.event.type);

async function identity(name: string, channel = 'web'): Promise<string> {
  const person = { channel, externalUserId: name, privateChatId: name };
  return (await office.temp.stores.identities.upsertIdentity(person)).id;
}

/** Firms whose only contact is one agent. */
async function agentWith(count: number): Promise<{ ids: string[]; chat: string; identityId: string }> {
  const chat = `agent-${firms}`;
  const identityId = await identity(chat);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const i = (firms += 1);
    ids.push(await office.enroll(i, { trial: true }, { contacts: 0 }));
    await office.temp.stores.identities.linkFirm(identityId, fictionalUscc(i));
  }
  await office.start();
  return { ids, chat, identityId };
}

describe('an agent with several firms', () => {
  it('gets one message for all that are due, with the state of each checked again', async () => {
    const { ids, chat } = await agentWith(5);
    const [, , , , submits] = ids as [string, string, string, string, string];
    // However slow the machine: nothing goes out before all are due and one firm has said that it is done.
    await office.stopWorkers();
    await office.runWorkers({ sending: false });
    const asked = Promise.all(
      ids.map((id) => office.commands.requestReminder({ ...by(id), notificationKey: `campaign/x/${id}` })),
    );
    expect(await asked).toEqual(ids.map(() => ({ outcome: 'collected' })));
    await office.commands.reportStep({ ...by(submits), source: 'firm', step: 'submitted' });
    await office.stopWorkers();
    await office.runWorkers();
    const texts = await until(() => {
      const said = textsOf(office.sender, chat);
      return said.length > 0 && said;
    });
    const { notifications } = office.temp.stores;
    const states = async (): Promise<string[]> =>
      (await Promise.all(ids.map((id) => notifications.listForEnrollment(id)))).flatMap((records) =>
        records.map((r) => r.state),
      );
    await until(async () => (await states()).every((s) => s === 'sent' || s === 'skipped'));
    // One message for all but that one.
    expect(texts).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent', 'skipped']);
    expect(texts[0]).toContain('4 家企业');
    const inOne = (await notifications.listForEnrollment(ids[0] ?? '')).map((r) => r.externalMessageId);
    expect(inOne).toEqual(
      (await notifications.listForEnrollment(ids[1] ?? '')).map((r) => r.externalMessageId),
    );
  });

  it('gets the ordinary message when only one firm is due', async () => {
    const { ids, chat } = await agentWith(2);
    const [first = ''] = ids;
    await office.commands.requestReminder({ ...by(first), notificationKey: 'manual/one' });
    const texts = await until(() => {
      const said = textsOf(office.sender, chat);
      return said.length > 0 && said;
    });
    expect(texts[0]).toContain('下一步');
    expect(texts[0]).not.toContain('家企业');
  });
});

describe('a person with a second channel', () => {
  it('is written to there when the first does not work any more, once', async () => {
    const i = (firms += 1);
    const id = await office.enroll(i, { trial: true });
    const [web] = await office.temp.stores.identities.contactsOf(fictionalUscc(i));
    await office.temp.stores.contacts.joinPerson(web?.id ?? '', await identity(`mail-${i}`, 'mail'));
    await office.start();
    office.sender.failures.push(new SendError({ fate: 'notSent', code: 'deactivated' }));
    const result = await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/two' });
    expect(result).toEqual({ outcome: 'sent', sent: 1 });
    expect(textsOf(mail, `mail-${i}`)).toHaveLength(1);
    expect(office.sender.sent).toEqual([]);
    const records = await office.temp.stores.notifications.listForEnrollment(id);
    expect(records.map((r) => [r.channel, r.state, r.error])).toEqual([
      ['web', 'failed', 'deactivated'],
      ['mail', 'sent', null],
    ]);
    // From now on it begins there.
    await office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null });
    await until(() => textsOf(mail, `mail-${i}`).length === 2);
  });
});

describe('a person with a mail address', () => {
  let smtp: MailServer;
  let telegram: TelegramDouble;
  beforeEach(async () => {
    smtp = await startMailServer();
    telegram = await startTelegramDouble();
    const { stores } = office.temp;
    const access = { smtp: smtp.access, from, replyTo: null, linkBase: 'https://tongbao.example.cn' };
    office.ports.senders['mail'] = createMailOutbox(access, stores);
    office.ports.senders['telegram'] = createTelegramOutbox(
      { token: '42:test', apiRoot: telegram.apiRoot, fetch: null },
      { ...stores, log: office.ports.log },
    );
  });
  afterEach(async () => {
    await telegram.close();
    await smtp.close();
  });

  it('is reminded there once Telegram is blocked, until the link in the mail stops it', async () => {
    const { stores } = office.temp;
    const i = (firms += 1);
    const id = await office.enroll(i, { trial: true }, { contacts: 0 });
    const identityId = await identity(`7${i}`, 'telegram');
    await stores.identities.linkFirm(identityId, fictionalUscc(i));
    const [now, code] = [new Date().toISOString(), '123456'];
    await stores.mail.beginVerification({ identityId, address: 'wang@example.com', code, eventId: 'e', now });
    expect(await stores.mail.confirm({ identityId, code, now })).toMatchObject({ ok: true });
    await office.start();

    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was blocked by the user'));
    const result = await office.commands.requestReminder({ ...by(id), notificationKey: 'manual/mail' });
    expect(result).toEqual({ outcome: 'sent', sent: 1 });
    const [reminder] = smtp.received;
    expect(reminder).toMatchObject({ to: ['wang@example.com'], read: { subject: '统保平台：投保提醒' } });
    expect(reminder?.read.text).toContain(fictionalFirm(i).name);

    const link = /^List-Unsubscribe: <https:\/\/[^/]+(\/[^>]+)>/im.exec(reminder?.raw ?? '')?.[1] ?? '';
    const app = fastify();
    app.register(async (scope) => registerMailStop(scope, createMailStopping(stores)));
    expect((await app.inject({ method: 'GET', url: link })).statusCode).toBe(200);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = 'List-Unsubscribe=One-Click';
    expect((await app.inject({ method: 'POST', url: link, payload, headers })).statusCode).toBe(200);
    await app.close();
    await office.commands.advanceTrialClock(by(id));
    await until(async () =>
      JSON.stringify(await stores.enrollments.timeline(id)).includes('remindersStopped'),
    );
    expect(smtp.received).toHaveLength(1);
    // Tried once; from then on mail comes first.
    expect(telegram.textsTo(`7${i}`)).toHaveLength(1);

    // What is official is told all the same; where nobody knows whether it came, once more and marked so.
    smtp.fault = { cut: 'content', once: true };
    await office.commands.applyOfficialEvent({ ...by(id), status: 'approved', reason: null });
    const notice = await until(() => smtp.received[1]);
    expect(notice.read).toMatchObject({ subject: '统保平台：投保状态有变化' });
    expect(notice.read.text).toContain('补发');
    expect(smtp.contents()).toBe(3);
    const records = await until(async () => {
      const all = await stores.notifications.listForEnrollment(id);
      return all.every(({ state }) => state !== 'sending') && all;
    });
    expect(records.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      ...['telegram failed', 'mail sent', 'mail unknown', 'mail sent'],
    ]);
  });
});

describe('a firm that does not answer', () => {
  it('is put before its officer, with the others that fell silent, in one message', async () => {
    await office.linkStaff();
    const silent = { ...cadence, everyWorkingDays: 1, escalateAfter: 2, maxReminders: 9 };
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1)
      ids.push(await office.enroll((firms += 1), { trial: true, cadence: silent }));
    await office.start();
    for (const id of ids)
      for (const due of [1, 2]) {
        await office.commands.advanceTrialClock(by(id));
        await until(async () => (await office.temp.stores.enrollments.find(id))?.remindersDue === due);
      }
    const told = await until(() => {
      const said = textsOf(office.sender, 'staff-chat').join('\n');
      return said.includes(fictionalFirm(firms).name) && said.includes(fictionalFirm(firms - 1).name) && said;
    });
    expect(told).toContain('2 次');
    for (const id of ids) await until(async () => (await timelineTypes(id)).includes('noticed'));
  });
});

describe('a deadline', () => {
  it('ends an enrollment that was not submitted, tells the firm, and leaves it when it is opened again', async () => {
    const i = (firms += 1);
    // Invited before the deadline, started after it: what a server that was down for the night finds.
    const yesterday = addDays(shanghaiDate(new Date().toISOString()), -1);
    const invitedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
    const id = await office.enroll(i, { invitedAt, cadence: { ...cadence, deadline: yesterday } });
    await office.start();
    await until(async () => (await office.temp.stores.enrollments.find(id))?.officialStatus === 'lapsed');
    await until(() => textsOf(office.sender, `chat-${i}`).length === 1);
    expect(textsOf(office.sender, `chat-${i}`)[0]).toContain('截止');
    const opened = await office.commands.applyOfficialEvent({ ...by(id), status: 'invited', reason: null });
    expect(opened).toMatchObject({ outcome: 'applied', enrollment: { officialStatus: 'invited' } });
    expect(opened.enrollment.nextReminderAt).not.toBeNull();
    await until(() => textsOf(office.sender, `chat-${i}`).length === 2);
    const after = await office.commands.reportStep({ ...by(id), source: 'firm', step: 'opened' });
    expect(after).toMatchObject({ outcome: 'applied', enrollment: { officialStatus: 'invited' } });
  });
});

describe('the history of one enrollment', () => {
  it('stays small: few events a change and a reminder', async () => {
    const i = (firms += 1);
    const id = await office.enroll(i, { trial: true });
    await office.start();
    for (const due of [1, 2, 3, 4]) {
      await office.commands.advanceTrialClock(by(id));
      await until(async () => (await office.temp.stores.enrollments.find(id))?.remindersDue === due);
    }
    for (const step of ['opened', 'confirmed', 'sealed', 'submitted'] as const)
      await office.commands.reportStep({ ...by(id), source: 'firm', step });
    for (const status of ['submitted', 'approved', 'inForce', 'expired'] as const)
      await office.commands.applyOfficialEvent({ ...by(id), status, reason: null });
    const handle = client.workflow.getHandle(enrollmentWorkflowId(id));
    await handle.result();
    const { historyEvents, historySizeBytes } = await sizeOf(id);
    // A season has some five times as many of each; Temporal's limits are 51,200 events and 50 MB.
    expect(historyEvents).toBeLessThan(260);
    expect(historySizeBytes).toBeLessThan(60_000);
  });

  async function sizeOf(id: string): Promise<{ historyEvents: number; historySizeBytes: number }> {
    const { workflowExecutionInfo: info } = await client.workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: { workflowId: enrollmentWorkflowId(id) },
    });
    return {
      historyEvents: Number(info?.historyLength ?? Number.NaN),
      historySizeBytes: Number(info?.historySizeBytes ?? Number.NaN),
    };
  }
});
