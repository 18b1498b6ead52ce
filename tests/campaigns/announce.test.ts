import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  queueAnnouncements,
  settleAnnouncements,
  takeCampaignTargets,
} from '../../activities/campaigns/announce.ts';
import type { QueuedMessage } from '../../activities/campaigns/announce.ts';
import { deliverNotification } from '../../activities/deliver-notification.ts';
import { usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { announcementPlan } from '../support/campaign-plan.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';

let office: Office;
let ids: string[];
const campaignId = 'c-1';
const take = (fresh = true) => takeCampaignTargets(office.ports, { campaignId, limit: 50, fresh });
const queue = (enrollmentIds: string[]) => queueAnnouncements(office.ports, { campaignId, enrollmentIds });
const settle = () => settleAnnouncements(office.ports, { campaignId, enrollmentIds: ids });
const deliverAll = async (queued: QueuedMessage[]): Promise<void> => {
  const now = new Date().toISOString();
  for (const { notificationId } of queued)
    await deliverNotification(office.ports, { notificationId, now, skip: null }, Date.parse(now));
};
async function outcomes(): Promise<string[]> {
  const found: string[] = [];
  for await (const { outcome } of office.temp.stores.campaigns.recipients(campaignId)) found.push(outcome);
  return found;
}

beforeEach(async () => {
  office = await openOffice();
  ids = await Promise.all([1, 2, 3].map((n) => office.enroll(n, {})));
  const { campaigns } = office.temp.stores;
  const plan = announcementPlan({ 'zh-CN': '周五维护。', en: 'Maintenance.' });
  await campaigns.create({ ...plan, id: campaignId, packId, requestedBy: 'staff-1' });
  await campaigns.addTargets(campaignId, ids);
  await campaigns.setState(campaignId, 'running');
});
afterEach(() => office.dispose());

describe('an announcement', () => {
  it('is made once for each person, also by somebody who comes after an attempt that died', async () => {
    const { identities, notifications } = office.temp.stores;
    // The contact of the first firm looks after the second as well.
    const [shared] = await identities.contactsOf(usccOf(ids[0] ?? ''));
    const [own] = await identities.contactsOf(usccOf(ids[1] ?? ''));
    await identities.linkFirm(shared?.id ?? '', usccOf(ids[1] ?? ''));

    const { enrollmentIds } = await take();
    expect(enrollmentIds).toEqual(ids);
    const queued = await queue(enrollmentIds);
    expect(queued).toHaveLength(3);
    expect(await queue(enrollmentIds)).toEqual(queued);
    await deliverAll(queued);
    await deliverAll(await queue(enrollmentIds));
    expect(office.sender.sent.map((s) => s.chatId)).toEqual(['chat-1', 'chat-2', 'chat-3']);
    const [record] = await notifications.listForEnrollment(ids[1] ?? '');
    expect(record).toMatchObject({
      ...{ key: `campaign/${campaignId}/${usccOf(ids[1] ?? '')}/${own?.id ?? ''}`, kind: 'announcement' },
      ...{ state: 'sent', data: { campaignId } },
    });
    await settle();
    expect(await outcomes()).toEqual(['sent', 'sent', 'sent']);
    expect(await take()).toMatchObject({ enrollmentIds: [], left: 0 });
  });

  it('of a firm whose people all read it as those of another is noted as such', async () => {
    const { identities } = office.temp.stores;
    const [shared] = await identities.contactsOf(usccOf(ids[0] ?? ''));
    const alone = await office.enroll(4, {}, { contacts: 0 });
    await identities.linkFirm(shared?.id ?? '', usccOf(alone));
    await office.temp.stores.campaigns.addTargets(campaignId, [alone]);
    ids.push(alone);
    await deliverAll(await queue((await take()).enrollmentIds));
    await settle();
    expect(await outcomes()).toEqual(['sent', 'sent', 'sent', 'collected']);
    expect(office.sender.sent).toHaveLength(3);
    // Its people were written to, so the next one is not too soon for them either.
    const { campaigns } = office.temp.stores;
    const [firm] = await campaigns.candidatesOf('announcement', [alone]);
    expect(firm).toMatchObject({ lastWrittenAt: expect.stringMatching(/Z$/) as string, everReached: false });
    expect((await campaigns.candidatesOf('reminder', [alone]))[0]?.lastWrittenAt).toBeNull();
  });

  describe('whose reader did not get it as those of another firm', () => {
    let shared: string;
    beforeEach(async () => {
      const { identities } = office.temp.stores;
      shared = await office.enroll(4, {}, { contacts: 0 });
      const [contact] = await identities.contactsOf(usccOf(ids[0] ?? ''));
      await identities.linkFirm(contact?.id ?? '', usccOf(shared));
      await office.temp.stores.campaigns.addTargets(campaignId, [shared]);
    });
    const failFirst = async ([first]: QueuedMessage[]): Promise<void> => {
      const { notifications } = office.temp.stores;
      await notifications.move(first?.notificationId ?? '', 'queued', 'skipped', { error: 'notDue' });
    };

    it('is written to the firm that comes after', async () => {
      await take();
      await failFirst(await queue(ids));
      await deliverAll(await queue([shared]));
      expect(office.sender.sent.map((s) => s.chatId)).toEqual(['chat-1']);
      ids.push(shared);
      await settle();
      expect((await outcomes()).slice(3)).toEqual(['sent']);
    });

    it('is not noted as read where it was too late for that', async () => {
      await take();
      ids.push(shared);
      await failFirst(await queue(ids));
      await settle();
      expect((await outcomes()).slice(3)).toEqual(['failed']);
    });
  });

  it('is not for those who asked for quiet, whenever they did', async () => {
    const { contacts, identities } = office.temp.stores;
    const stop = async (n: number): Promise<void> => {
      const [contact] = await identities.contactsOf(usccOf(ids[n] ?? ''));
      await contacts.setWishes(contact?.id ?? '', usccOf(ids[n] ?? ''), { remindersStopped: true });
    };
    await stop(0);
    const queued = await queue((await take()).enrollmentIds);
    expect(queued).toHaveLength(2);
    await stop(1);
    await deliverAll(queued);
    await settle();
    expect(await outcomes()).toEqual(['skipped:remindersStopped', 'skipped:remindersStopped', 'sent']);
    expect(office.sender.sent.map((s) => s.chatId)).toEqual(['chat-3']);
  });

  it('that nobody knows arrived is not sent again', async () => {
    const queued = await queue((await take()).enrollmentIds);
    const [first] = queued;
    await office.temp.stores.notifications.move(first?.notificationId ?? '', 'queued', 'sending');
    await deliverAll(queued);
    await settle();
    expect(await outcomes()).toEqual(['unknown', 'sent', 'sent']);
    expect(office.sender.sent.map((s) => s.chatId)).toEqual(['chat-2', 'chat-3']);
  });

  it('that was made by a run that is gone goes out in the next one', async () => {
    const [first, ...rest] = await queue((await take()).enrollmentIds);
    await deliverAll(first === undefined ? [] : [first]);
    const again = await take();
    expect(again).toMatchObject({ enrollmentIds: ids, left: 3 });
    expect(await queue(again.enrollmentIds)).toEqual([first, ...rest]);
    await deliverAll(await queue(again.enrollmentIds));
    await settle();
    expect(await outcomes()).toEqual(['sent', 'sent', 'sent']);
    expect(office.sender.sent).toHaveLength(3);
  });

  it('to a firm that is gone from the database is noted as not sent', async () => {
    await office.temp.stores.campaigns.addTargets(campaignId, [`${packId}/gone`]);
    await deliverAll(await queue((await take()).enrollmentIds));
    await settle();
    expect((await outcomes()).sort()).toEqual(['sent', 'sent', 'sent', 'skipped:notTracked']);
  });

  it('asks for nobody else once it is paused, and takes up later who was left', async () => {
    const { campaigns } = office.temp.stores;
    const { enrollmentIds } = await take();
    await campaigns.setState(campaignId, 'paused');
    expect(await queue(enrollmentIds)).toEqual([]);
    await campaigns.setState(campaignId, 'running');
    expect((await take()).enrollmentIds).toEqual(ids);
  });
});
