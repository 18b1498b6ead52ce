import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDigest } from '../../activities/deliver-digest.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import { SendError } from '../../activities/ports/services.ts';
import { prepareNotification } from '../../activities/prepare-notification.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import { fictionalFirm, fictionalUscc } from '../support/fictional-firms.ts';

let office: Office;
let identityId: string;
let ids: string[];
let begun: { identityId: string; channel: string }[];
const now = '2026-11-23T02:00:00.000Z';

beforeEach(async () => {
  begun = [];
  const commands = {
    startDigest: async (person: { identityId: string; channel: string }) => void begun.push(person),
  } as Partial<EnrollmentCommands> as EnrollmentCommands;
  office = await openOffice(commands);
  ({ id: identityId } = await office.temp.stores.identities.upsertIdentity({
    channel: 'web',
    externalUserId: 'agent',
    privateChatId: 'agent-chat',
  }));
  ids = [];
  for (const i of [1, 2, 3]) {
    ids.push(await office.enroll(i, { invitedAt: '2026-11-02T02:00:00.000Z' }, { contacts: 0 }));
    await office.temp.stores.identities.linkFirm(identityId, fictionalUscc(i));
  }
});
afterEach(() => office.dispose());

/** All three are due at once. */
async function due(): Promise<void> {
  for (const enrollmentId of ids) {
    const input = {
      key: `reminder/${enrollmentId}/1`,
      kind: 'reminder',
      enrollmentId,
      data: {},
      now,
    } as const;
    expect(await prepareNotification(office.ports, input)).toMatchObject({
      deliveries: [],
      collectedBy: [{ identityId, channel: 'web' }],
    });
  }
}
const send = (of = identityId): Promise<boolean> => deliverDigest(office.ports, { identityId: of });
const records = async () =>
  (await Promise.all(ids.map((id) => office.temp.stores.notifications.listForEnrollment(id)))).flat();
const states = async (): Promise<string[]> => (await records()).map((r) => r.state);

describe('what is collected for a person', () => {
  it('goes out once, as one message that names every firm', async () => {
    await due();
    expect(await send()).toBe(false);
    expect(await send()).toBe(false);
    expect(office.sender.sent).toHaveLength(1);
    const text = office.sender.sent[0]?.message.paragraphs.join('\n') ?? '';
    for (const i of [1, 2, 3]) expect(text).toContain(fictionalFirm(i).name);
    expect(text).toContain('不收任何费用');
    expect(await records()).toMatchObject(ids.map(() => ({ state: 'sent', externalMessageId: 'm1' })));
  });

  it('leaves out who is done by now', async () => {
    await due();
    const stored = await office.temp.stores.enrollments.find(ids[0] ?? '');
    if (stored === null) throw new Error('not stored');
    await office.temp.stores.enrollments.saveProjection(
      { ...stored, reportedStep: 'submitted', version: 9 },
      [],
    );
    await send();
    expect(office.sender.sent[0]?.message.paragraphs.join('\n')).not.toContain(fictionalFirm(1).name);
    expect(await records()).toMatchObject([
      { state: 'skipped', error: 'reportedSubmitted' },
      { state: 'sent' },
      { state: 'sent' },
    ]);
  });

  it('is never sent blindly again: unknown after an answer that did not come, or a death in the middle', async () => {
    await due();
    office.sender.failures.push(new SendError({ fate: 'ambiguous', code: 'timeout' }));
    await send();
    await send();
    expect(office.sender.sent).toEqual([]);
    expect(await states()).toEqual(['unknown', 'unknown', 'unknown']);
    for (const { id } of await records())
      await office.temp.stores.notifications.move(id, 'unknown', 'sending');
    await send();
    expect(office.sender.sent).toEqual([]);
    expect(await states()).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('waits as long as the channel asks, all of it', async () => {
    await due();
    const limit = new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 60_000 });
    office.sender.failures.push(limit);
    await expect(send()).rejects.toBe(limit);
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
    await send();
    expect(office.sender.sent).toHaveLength(1);
  });

  it('goes to the next channel of the person when the first does not reach it', async () => {
    const mail = createFakeSender('mail');
    office.ports.senders['mail'] = mail;
    const { id: other } = await office.temp.stores.identities.upsertIdentity({
      channel: 'mail',
      externalUserId: 'agent@example.com',
      privateChatId: 'agent@example.com',
    });
    await office.temp.stores.contacts.joinPerson(identityId, other);
    await due();
    office.sender.failures.push(new SendError({ fate: 'notSent', code: 'blocked' }));
    await send();
    expect(begun.at(-1)).toEqual({ identityId: other, channel: 'mail' });
    await send(other);
    expect(mail.sent).toHaveLength(1);
    expect(office.sender.sent).toEqual([]);
    expect((await states()).sort()).toEqual(['failed', 'failed', 'failed', 'sent', 'sent', 'sent']);
  });
});
