import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverNotification } from '../../activities/deliver-notification.ts';
import type { DeliverInput, DeliveryOutcome } from '../../activities/deliver-notification.ts';
import { SendError } from '../../activities/ports/services.ts';
import type {
  NotificationKind,
  NotificationRecord,
  NotificationState,
} from '../../activities/ports/store.ts';
import { prepareNotification } from '../../activities/prepare-notification.ts';
import { retryRule } from '../../activities/retry-rules.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

let office: Office;
let enrollmentId: string;
const now = '2026-11-23T02:00:00.000Z';

beforeEach(async () => {
  office = await openOffice();
  enrollmentId = await office.enroll(1, { invitedAt: '2026-11-02T02:00:00.000Z' });
});
afterEach(() => office.dispose());

async function queued(kind: NotificationKind): Promise<string> {
  const data = kind === 'statusNotice' ? { status: 'approved', reason: null } : {};
  const prepared = await prepareNotification(office.ports, {
    key: `k/${kind}`,
    kind,
    enrollmentId,
    data,
    now,
  });
  return prepared.deliveries[0]?.notificationId ?? '';
}
const deliver = (
  notificationId: string,
  part: Partial<DeliverInput> = {},
  scheduledMs = Date.now(),
): Promise<DeliveryOutcome> =>
  deliverNotification(office.ports, { notificationId, now, skip: null, ...part }, scheduledMs);
const records = (): Promise<NotificationRecord[]> =>
  office.temp.stores.notifications.listForEnrollment(enrollmentId);
const states = async (): Promise<NotificationState[]> => (await records()).map((r) => r.state);
const textOf = (i: number): string => office.sender.sent[i]?.message.paragraphs.join('\n') ?? '';

describe('delivering a notification', () => {
  it('sends once, however often it is asked', async () => {
    const id = await queued('reminder');
    expect(await deliver(id)).toEqual({ outcome: 'sent' });
    expect(await deliver(id)).toEqual({ outcome: 'sent' });
    expect(office.sender.sent).toHaveLength(1);
    expect(await records()).toMatchObject([{ state: 'sent', externalMessageId: 'm1' }]);
  });

  it.each<[NotificationKind, SendError['fate'], SendError['code'], string, NotificationState[], boolean]>([
    ['reminder', 'notSent', 'blocked', 'failed', ['failed'], true],
    ['reminder', 'notSent', 'chatNotFound', 'failed', ['failed'], true],
    ['reminder', 'notSent', 'badRequest', 'failed', ['failed'], false],
    ['reminder', 'ambiguous', 'timeout', 'unknown', ['unknown'], false],
    ['reminder', 'ambiguous', 'server', 'unknown', ['unknown'], false],
    ['statusNotice', 'notSent', 'blocked', 'failed', ['failed'], true],
    ['statusNotice', 'notSent', 'badRequest', 'failed', ['failed'], false],
    ['statusNotice', 'ambiguous', 'timeout', 'sent', ['unknown', 'sent'], false],
    ['statusNotice', 'ambiguous', 'network', 'sent', ['unknown', 'sent'], false],
  ])('%s, %s %s: %s', async (kind, fate, code, outcome, expected, blocked) => {
    const id = await queued(kind);
    office.sender.failures.push(new SendError({ fate, code }));
    expect(await deliver(id)).toEqual({ outcome });
    expect(await states()).toEqual(expected);
    const [person] = await office.temp.stores.identities.contactsOf(fictionalUscc(1));
    expect(person?.blocked).toBe(blocked);
  });

  it('is not sent to somebody who left the staff while it waited', async () => {
    const { identities } = office.temp.stores;
    const { staffId } = await identities.addStaff('老李');
    await identities.mintCode({ purpose: 'staff', staffId }, 'C0DE000001', '2099-01-01T00:00:00.000Z', 'cli');
    const person = await identities.upsertIdentity({
      channel: office.sender.channel,
      externalUserId: 'li',
      privateChatId: 'li',
    });
    await identities.redeemCode('C0DE000001', person.id, now);
    const id = await queued('verifySubmission');
    expect(id).not.toBe('');
    await identities.removeStaff(staffId);
    expect(await deliver(id)).toEqual({ outcome: 'skipped', reason: 'noVerifiedContact' });
    expect(office.sender.sent).toEqual([]);
  });

  it('fails, is logged and is not tried again where its record is gone', async () => {
    const errors: unknown[] = [];
    office.ports.log = { ...office.ports.log, error: (...said) => void errors.push(said) };
    expect(await deliver('gone')).toEqual({ outcome: 'failed' });
    expect(errors).toEqual([['notification.missing', { notificationId: 'gone' }]]);
    expect(office.sender.sent).toEqual([]);
  });

  it('marks the repeated status notice, and repeats it only once', async () => {
    const id = await queued('statusNotice');
    const lost = () => new SendError({ fate: 'ambiguous', code: 'timeout' });
    office.sender.failures.push(lost(), lost());
    expect(await deliver(id)).toEqual({ outcome: 'unknown' });
    expect(await states()).toEqual(['unknown', 'unknown']);
    expect(await deliver(id)).toEqual({ outcome: 'unknown' });
    expect(office.sender.sent).toEqual([]);

    await office.temp.stores.notifications.move(id, 'unknown', 'queued');
    office.sender.failures.push(lost());
    await deliver(id);
    expect((await records())[1]?.key).toMatch(/\/again$/);
  });

  it.each<['rateLimited' | 'network' | 'server' | 'timeout', number | undefined]>([
    ['rateLimited', 10_800_000],
    ['network', undefined],
    ['server', undefined],
    ['timeout', undefined],
  ])('queues again what was surely not sent (%s) and asks for another try', async (code, retryAfterMs) => {
    const id = await queued('reminder');
    const error = new SendError({
      fate: 'notSent',
      code,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    office.sender.failures.push(error);
    await expect(deliver(id)).rejects.toBe(error);
    expect(await states()).toEqual(['queued']);
    expect(retryRule(error)).toMatchObject({
      nonRetryable: false,
      type: `SendError.${code}`,
      nextRetryDelay: retryAfterMs,
    });
    expect(await deliver(id)).toEqual({ outcome: 'sent' });
  });

  it('leaves a reminder that an earlier attempt died with to the next cadence', async () => {
    const id = await queued('reminder');
    await office.temp.stores.notifications.move(id, 'queued', 'sending');
    expect(await deliver(id)).toEqual({ outcome: 'unknown' });
    expect(await states()).toEqual(['unknown']);
    expect(office.sender.sent).toEqual([]);
  });

  it('repeats a status notice that an earlier attempt died with, marked 补发', async () => {
    const id = await queued('statusNotice');
    await office.temp.stores.notifications.move(id, 'queued', 'sending');
    expect(await deliver(id)).toEqual({ outcome: 'sent' });
    expect(await deliver(id)).toEqual({ outcome: 'sent' });
    expect(await states()).toEqual(['unknown', 'sent']);
    expect(office.sender.sent).toHaveLength(1);
    expect(textOf(0)).toContain('【补发】');
  });

  it('does not send a third time when the repetition died, too', async () => {
    const id = await queued('statusNotice');
    await office.temp.stores.notifications.move(id, 'queued', 'sending');
    office.sender.beforeSend = () => new Promise(() => {});
    void deliver(id);
    await expect.poll(states).toEqual(['unknown', 'sending']);
    office.sender.beforeSend = null;
    expect(await deliver(id)).toEqual({ outcome: 'unknown' });
    expect(office.sender.sent).toEqual([]);
  });

  it.each([
    ['reportedSubmitted', { reportedStep: 'submitted' as const }],
    ['officiallyPastInvitation', { officialStatus: 'approved' as const }],
    ['snoozed', { snoozedUntil: '2026-11-25T01:30:00.000Z' }],
  ])('looks at the projection again before it sends: %s', async (reason, part) => {
    const id = await queued('reminder');
    const stored = await office.temp.stores.enrollments.find(enrollmentId);
    if (stored === null) throw new Error('not stored');
    await office.temp.stores.enrollments.saveProjection({ ...stored, ...part, version: 9 }, []);
    expect(await deliver(id)).toEqual({ outcome: 'skipped', reason });
    expect(await deliver(id)).toEqual({ outcome: 'skipped', reason });
    expect(await states()).toEqual(['skipped']);
    expect(office.sender.sent).toEqual([]);
  });

  it('skips what the workflow does not want any more, and a person who blocked us meanwhile', async () => {
    const id = await queued('reminder');
    expect(await deliver(id, { skip: 'reportedSubmitted' })).toEqual({
      outcome: 'skipped',
      reason: 'reportedSubmitted',
    });
    const notice = await queued('statusNotice');
    const [person] = await office.temp.stores.identities.contactsOf(fictionalUscc(1));
    await office.temp.stores.identities.markBlocked(person?.id ?? '');
    expect(await deliver(notice)).toEqual({ outcome: 'skipped', reason: 'contactBlockedBot' });
  });

  it('drops a reminder that could not go out all day, but not a status notice', async () => {
    const yesterday = Date.now() - 24 * 3_600_000;
    expect(await deliver(await queued('reminder'), {}, yesterday)).toEqual({ outcome: 'failed' });
    expect(await deliver(await queued('statusNotice'), {}, yesterday)).toEqual({ outcome: 'sent' });
  });
});

describe('preparing a notification', () => {
  const reminder = { key: 'k/r', kind: 'reminder', data: {}, now } as const;

  it('makes one record a contact, once', async () => {
    const id = await office.enroll(2, {}, { contacts: 3 });
    const notice = { ...reminder, kind: 'statusNotice', enrollmentId: id } as const;
    const first = await prepareNotification(office.ports, notice);
    const second = await prepareNotification(office.ports, notice);
    expect(first).toMatchObject({ skip: null, postponedUntil: null });
    expect(first.deliveries).toHaveLength(3);
    expect(second).toEqual(first);
  });

  it('reminds the primary contact alone, and all once two stayed unanswered', async () => {
    const id = await office.enroll(2, {}, { contacts: 3 });
    const first = await prepareNotification(office.ports, { ...reminder, enrollmentId: id });
    expect(first.deliveries).toHaveLength(1);
    const stored = await office.temp.stores.enrollments.find(id);
    if (stored === null) throw new Error('not stored');
    await office.temp.stores.enrollments.saveProjection({ ...stored, unanswered: 2, version: 3 }, []);
    const third = await prepareNotification(office.ports, { ...reminder, key: 'k/3', enrollmentId: id });
    expect(third.deliveries).toHaveLength(3);
  });

  it('of a new contact goes to the others', async () => {
    const id = await office.enroll(2, {}, { contacts: 3 });
    const [joined] = await office.temp.stores.identities.contactsOf(fictionalUscc(2));
    const prepared = await prepareNotification(office.ports, {
      ...{ key: 'k/c', kind: 'contactLinked', enrollmentId: id, now },
      data: { personId: joined?.personId ?? '', by: 'colleague' },
    });
    expect(prepared.deliveries).toHaveLength(2);
    for (const { notificationId } of prepared.deliveries) await deliver(notificationId);
    expect(office.sender.sent.map(({ chatId }) => chatId)).not.toContain(joined?.privateChatId);
    expect(textOf(0)).toContain('另一位联系人发出的邀请');
    expect(textOf(0)).toContain('告诉工作人员');
  });

  it('waits for the end of the quiet that the only contact asked for, and does not for staff', async () => {
    const until = '2099-01-05T01:30:00.000Z';
    const [person] = await office.temp.stores.identities.contactsOf(fictionalUscc(1));
    await office.temp.stores.contacts.setWishes(person?.id ?? '', fictionalUscc(1), { snoozedUntil: until });
    expect(await prepareNotification(office.ports, { ...reminder, enrollmentId })).toMatchObject({
      deliveries: [],
      skip: 'snoozed',
      postponedUntil: null,
    });
    const sendingTimeOf = (await office.temp.stores.enrollments.find(enrollmentId))?.cadence;
    if (sendingTimeOf === undefined) throw new Error('not stored');
    const morning = { ...reminder, enrollmentId, now: '2026-11-23T02:00:00.000Z', sendingTimeOf };
    expect(await prepareNotification(office.ports, morning)).toMatchObject({ postponedUntil: until });
  });

  it('keeps reminders from a contact who wants none, and tells it what is official', async () => {
    const [person] = await office.temp.stores.identities.contactsOf(fictionalUscc(1));
    await office.temp.stores.contacts.setWishes(person?.id ?? '', fictionalUscc(1), {
      remindersStopped: true,
    });
    expect(await prepareNotification(office.ports, { ...reminder, enrollmentId })).toMatchObject({
      skip: 'remindersStopped',
    });
    const notice = { ...reminder, kind: 'statusNotice', enrollmentId } as const;
    expect((await prepareNotification(office.ports, notice)).deliveries).toHaveLength(1);
  });

  it('says when nobody can be written to, and why', async () => {
    const none = await office.enroll(3, {}, { contacts: 0 });
    const ask = (id: string) => prepareNotification(office.ports, { ...reminder, enrollmentId: id });
    expect(await ask(none)).toMatchObject({ deliveries: [], skip: 'noVerifiedContact' });
    expect(await ask('jiangsu-2022/none')).toMatchObject({ deliveries: [], skip: 'notTracked' });
    const [person] = await office.temp.stores.identities.contactsOf(fictionalUscc(1));
    await office.temp.stores.identities.markBlocked(person?.id ?? '');
    expect(await ask(enrollmentId)).toMatchObject({ deliveries: [], skip: 'contactBlockedBot' });
  });

  it('does not write to a person whose channel is not connected', async () => {
    const ports = { ...office.ports, senders: {} };
    expect(await prepareNotification(ports, { ...reminder, enrollmentId })).toMatchObject({
      skip: 'noVerifiedContact',
    });
  });

  it('postpones a reminder of the cadence to sending time', async () => {
    const sendingTimeOf = (await office.temp.stores.enrollments.find(enrollmentId))?.cadence;
    if (sendingTimeOf === undefined) throw new Error('not stored');
    const night = { ...reminder, enrollmentId, now: '2026-11-21T20:00:00.000Z', sendingTimeOf };
    expect(await prepareNotification(office.ports, night)).toEqual({
      deliveries: [],
      collectedBy: [],
      skip: null,
      postponedUntil: '2026-11-23T01:30:00.000Z',
    });
    expect(await records()).toEqual([]);
  });
});

describe('the rule of what is tried again', () => {
  it('gives up where only a person can help', () => {
    expect(retryRule(new UserError({ zh: '没有', en: 'none' }))).toMatchObject({ nonRetryable: true });
    const other = new Error('database is locked');
    expect(retryRule(other)).toBe(other);
  });
});
