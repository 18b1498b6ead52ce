import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { createMailStopping } from '../../bot/channels/mail/stopping.ts';
import { registerMailStop } from '../../server/mail-route.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let app: FastifyInstance;
let firms: [Firm, Firm];
let wang: Person;
let token: string;
let code = '';
beforeEach(async () => {
  office = await openEngineOffice({
    mail: { newCode: () => (code = '123456'), sendCode: async () => 'sent' },
  });
  firms = [await office.addFirm(2), await office.addFirm(3)];
  wang = await office.contactOf(firms[0], '小王');
  await office.stores.identities.linkFirm(await wang.identityId(), firms[1].uscc);
  token = await verified(wang, 'wang@example.com');
  app = fastify();
  app.register(async (scope) => registerMailStop(scope, createMailStopping(office.stores)));
});
afterEach(async () => {
  await app.close();
  await office.dispose();
});

async function verified(person: Person, address: string): Promise<string> {
  await person.says(`/mail ${address}`);
  await person.says(code);
  return (await office.stores.mail.mailboxOf(address))?.stopToken ?? '';
}

const stopped = async (person: Person): Promise<boolean[]> => {
  const own = await person.identityId();
  const all = [];
  for (const { uscc } of firms) {
    const contact = (await office.stores.identities.contactsOf(uscc)).find(({ id }) => id === own);
    if (contact !== undefined) all.push(contact.remindersStopped);
  }
  return all;
};

const get = (given: string) => app.inject({ method: 'GET', url: `/mail/stop/${given}` });
const post = (given: string, payload: string, type = 'application/x-www-form-urlencoded') =>
  app.inject({ method: 'POST', url: `/mail/stop/${given}`, payload, headers: { 'content-type': type } });
const oneClick = 'List-Unsubscribe=One-Click';

describe('the link in a mail', () => {
  it('shows a page, and stops nothing, when it is only looked at', async () => {
    for (let i = 0; i < 3; i += 1) {
      const page = await get(token);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('停止提醒');
      expect(page.body).toContain('Stop the reminders');
    }
    await app.inject({ method: 'HEAD', url: `/mail/stop/${token}` });
    expect(await stopped(wang)).toEqual([false, false]);
  });

  it.each([
    [oneClick, 'application/x-www-form-urlencoded'],
    [
      `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`,
      'multipart/form-data; boundary=x',
    ],
    ['action=stop', 'application/x-www-form-urlencoded'],
  ])('stops all reminders to its reader with %j, and the same again changes nothing', async (body, type) => {
    for (let i = 0; i < 2; i += 1) expect((await post(token, body, type)).statusCode).toBe(200);
    expect(await stopped(wang)).toEqual([true, true]);
    expect((await get(token)).body).toContain('撤销');
  });

  it('is what the chat knows, and can be undone on the page or there', async () => {
    await post(token, oneClick);
    expect((await wang.says('恢复提醒')).text).toContain('恢复');
    await post(token, 'action=resume');
    expect(await stopped(wang)).toEqual([false, false]);
  });

  it('can end all mail, and works no more then', async () => {
    expect((await post(token, 'action=remove')).body).toContain('邮箱删掉了');
    expect(await office.stores.mail.mailboxOf('wang@example.com')).toBeNull();
    expect((await post(token, oneClick)).statusCode).toBe(404);
    expect(await stopped(wang)).toEqual([false, false]);
    await verified(wang, 'wang@example.com');
    expect((await post(token, oneClick)).statusCode).toBe(404);
    expect(await stopped(wang)).toEqual([false, false]);
  });

  it('of one reader touches no other', async () => {
    const li = await office.contactOf(firms[0], '小李');
    const other = await verified(li, 'li@example.com');
    await post(other, oneClick);
    expect(await stopped(wang)).toEqual([false, false]);
    expect(await stopped(li)).toEqual([true]);
  });

  it.each(['x', 'A'.repeat(32), '..%2F..%2Fapi', "';--"])(
    'that is nobody’s gets a kind page in both languages: %j',
    async (wrong) => {
      for (const page of [await get(wrong), await post(wrong, oneClick)]) {
        expect(page.statusCode).toBe(404);
        expect(page.body).toContain('这个链接已经失效');
        expect(page.body).toContain('This link no longer works');
      }
    },
  );

  it('holds nothing about anybody, nor does its page', async () => {
    expect(token).toMatch(/^[\w-]{32}$/);
    const { body, headers } = await get(token);
    for (const secret of ['wang', 'example.com', firms[0].name, firms[0].uscc, await wang.identityId()])
      expect(body).not.toContain(secret);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});
