import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupDefaults } from '../../activities/ports/groups.ts';
import type { GroupSettings } from '../../activities/ports/groups.ts';
import { mostUnaskedAnHour } from '../../bot/engine/groups/unasked-limit.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import type { GroupCallback } from '../../knowledge/group-callbacks.ts';
import { groupId, openGroupOffice } from '../support/group-office.ts';
import type { GroupOffice } from '../support/group-office.ts';

let office: GroupOffice;
beforeAll(async () => {
  office = await openGroupOffice();
});
afterAll(() => office.dispose());
const chosen = (): Promise<GroupSettings> => office.stores.groups.settingsOf('telegram', groupId);
beforeEach(() => {
  office.admins.clear();
  office.admins.add('admin');
  office.setAdminsKnown(true);
});
afterEach(async () => {
  await office.stores.groups.change('telegram', groupId, groupDefaults);
});

const everyButton: GroupCallback[] = [
  { verb: 'group', set: 'show' },
  { verb: 'group', set: 'choosePack' },
  { verb: 'group', set: 'chooseCity' },
  { verb: 'group', set: 'answers', answers: 'alsoUnasked' },
  { verb: 'group', set: 'answers', answers: 'whenCalled' },
  { verb: 'group', set: 'announcements', on: false },
  { verb: 'group', set: 'pack', packId: 'example-2026' },
  { verb: 'group', set: 'pack', packId: null },
  { verb: 'group', set: 'city', city: '淮安' },
  { verb: 'group', set: 'city', city: null },
];

describe('who may change a group', () => {
  it('is who administers it: each tap changes the message in place', async () => {
    const opened = await office.says('admin', '/settings');
    expect(opened.text).toContain('只在有人 @我');
    expect(opened.kinds).toEqual(['reply']);
    const changed = await office.taps('admin', '有把握时也主动回答');
    expect(changed).toMatchObject({ toast: '改好了', kinds: ['edit'] });
    expect(changed.text).toContain(`每小时最多 ${mostUnaskedAnHour} 次`);
    expect(changed.text).toContain('群隐私模式');
    await office.taps('admin', '不接收办公室通知');
    expect(await chosen()).toMatchObject({ answers: 'alsoUnasked', announcements: false });
  });

  it('is nobody else, by no button and no command', async () => {
    const opened = await office.says('member', '/settings');
    expect(opened.text).toBe('只有群管理员能看和改这些设置。\n');
    expect(opened.buttons).toEqual([]);
    for (const button of everyButton) {
      const shown = await office.tapsData('member', encodeCallback(button));
      expect(shown).toEqual({ text: '', buttons: [], kinds: [], toast: '只有群管理员能改' });
    }
    expect(await chosen()).toEqual(groupDefaults);
  });

  it('is asked again at each tap: an administrator of yesterday may not', async () => {
    await office.says('admin', '/settings');
    office.admins.clear();
    expect((await office.taps('admin', '不接收办公室通知')).toast).toBe('只有群管理员能改');
    expect(await chosen()).toEqual(groupDefaults);
  });

  it('is an administrator who stays anonymous, too', async () => {
    const asGroup = { sender: { externalUserId: groupId, locale: 'zh-CN' as const, asGroup: true as const } };
    expect((await office.says('-', '/settings', asGroup)).buttons).toContain('不接收办公室通知');
  });

  it('is nobody while it cannot be found out', async () => {
    office.setAdminsKnown(false);
    expect((await office.says('admin', '/settings')).text).toContain('什么都没有改');
    const tapped = await office.tapsData('admin', 'group|announcements|off');
    expect(tapped.toast).toContain('过一会儿');
    expect(await chosen()).toEqual(groupDefaults);
  });

  it('is written down', async () => {
    await office.tapsData('admin', 'group|city|淮安');
    const { createClient } = await import('../../prisma/client.ts');
    const db = createClient(office.url.replace(/^file:/, ''), 'fast');
    const entries = await db.auditEntry.findMany({ where: { action: 'changeGroupSettings' } });
    await db.$disconnect();
    // By our own ID: the channel's is the person's.
    const known = await office.stores.identities.known({ channel: 'telegram', externalUserId: 'admin' });
    expect(entries.at(-1)).toMatchObject({ actor: known?.id, target: `telegram:${groupId}` });
  });
});

describe('buttons', () => {
  it.each(everyButton.map((button) => [encodeCallback(button), button] as const))(
    '"%s" says what it was made for, in 64 bytes',
    (data, button) => {
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(decodeCallback(data)).toEqual(button);
    },
  );

  it.each(['group|', 'group|answers|always', 'group|pack|../x', 'group|city|', 'group|announcements|1'])(
    '"%s" is none',
    (data) => {
      expect(decodeCallback(data)).toBeNull();
    },
  );

  it('for a pack that is not served, or a city that it does not have, are stale', async () => {
    for (const data of ['group|pack|zhejiang-2020', 'group|city|广州']) {
      expect((await office.tapsData('admin', data)).toast).toContain('失效');
    }
    expect(await chosen()).toEqual(groupDefaults);
  });

  it('do nothing in private', async () => {
    const shown = await office.says('admin', '', {
      chat: { id: 'p', kind: 'private' },
      callback: { data: 'group|announcements|off', messageId: '7' },
    });
    expect(shown.toast).toBe('这个按钮只在群里有用。');
    expect(await chosen()).toEqual(groupDefaults);
  });
});

describe('the pack of a group', () => {
  it('answers there, is named, and brings its cities', async () => {
    await office.says('admin', '/settings');
    await office.taps('admin', '换通知');
    const list = await office.tapsData('admin', 'group|choosePack');
    const label = list.buttons.find((button) => button.includes(String(office.other.policyYear))) ?? '';
    await office.taps('admin', label);
    expect(await chosen()).toMatchObject({ packId: office.other.id });
    const answer = await office.says('member', '赔付比例是多少');
    expect(answer.text).toContain(label);
    const cities = await office.tapsData('admin', 'group|chooseCity');
    expect(cities.buttons).toEqual([...office.other.cities, '不指定城市', '返回']);
  });

  it('takes its city away when another pack does not have it', async () => {
    await office.tapsData('admin', 'group|city|淮安');
    await office.tapsData('admin', `group|pack|${office.other.id}`);
    expect((await chosen()).city).toBeNull();
  });
});

describe('the city of a group', () => {
  it('adds whom to ask there, where the answer names people of another', async () => {
    await office.tapsData('admin', 'group|city|苏州');
    const handedOver = await office.says('member', '出险以后多久要报案');
    expect(handedOver.text).toContain('本群是苏州的');
    expect((await office.says('member', '赔付比例是多少')).text).not.toContain('苏州');
  });

  it('adds nothing where the answer names its own', async () => {
    await office.tapsData('admin', 'group|city|淮安');
    expect((await office.says('member', '出险以后多久要报案')).text).not.toContain('本群是');
  });
});

describe('what was asked without calling the bot', () => {
  const overheard = { addressed: false };
  const sure = '请问赔付比例是多少？';
  let minute = 0;
  const later = (): void => {
    minute += 2;
    office.setNow(new Date(Date.UTC(2022, 2, 3, 0, minute)).toISOString());
  };
  beforeEach(async () => {
    minute += 120;
    later();
    await office.stores.groups.change('telegram', groupId, { answers: 'alsoUnasked' });
  });
  const judged = (text: string, more = {}): Promise<boolean> | undefined =>
    office.engine.answersUnasked?.({
      ...{ channel: 'telegram', externalId: 'x', chat: { id: groupId, kind: 'group' as const } },
      ...{ sender: { externalUserId: 'member', locale: 'zh-CN' as const }, command: null, callback: null },
      text,
      addressed: false,
      ...more,
    });

  it('is answered when it is a very sure question on the policy, and only where the group wants that', async () => {
    expect(await judged(sure)).toBe(true);
    expect((await office.says('member', sure, overheard)).text).toContain('80%');
    later();
    await office.stores.groups.change('telegram', groupId, { answers: 'whenCalled' });
    expect(await judged(sure)).toBe(false);
    expect((await office.says('member', sure, overheard)).text).toBe('');
  });

  it.each([
    ['is a statement', '赔付比例是80%'],
    ['is chat', '大家吃了吗？'],
    ['is about a firm', '淮安远航贸易有限公司办到哪一步了？'],
    ['is about the own standing', '我们公司到哪一步了？'],
    ['is about the own eligibility', '我们去年出口45万美元，能参加吗？'],
    ['is outside the notice', '出险以后多久要报案？'],
    ['is of another place', '浙江的赔付比例是多少？'],
    ['is a code', '7KQ2M-9XD4R'],
    ['is long', `${'说来话长。'.repeat(30)}赔付比例是多少？`],
  ])('is left alone when it %s', async (_what, text) => {
    expect(await judged(text)).toBe(false);
    expect((await office.says('member', text, overheard)).text).toBe('');
  });

  it('is left alone when it is about another message or a picture', async () => {
    expect(await judged(sure, { quoted: { text: '？', fromBot: false } })).toBe(false);
    expect(await judged(sure, { attachments: ['photo'] })).toBe(false);
  });

  it('is answered seldom: a minute apart, and so many an hour', async () => {
    expect((await office.says('a', sure, overheard)).text).not.toBe('');
    expect(await judged(sure)).toBe(false);
    expect((await office.says('b', sure, overheard)).text).toBe('');
    for (let i = 1; i < mostUnaskedAnHour; i += 1) {
      later();
      expect((await office.says('c', sure, overheard)).text).not.toBe('');
    }
    later();
    expect((await office.says('d', sure, overheard)).text).toBe('');
    // Called, it always answers.
    expect((await office.says('d', sure)).text).not.toBe('');
  });
});

it('comes into a group with who it is, that firms are for the private chat, and the way there', () => {
  const greeting = office.engine.groupGreeting?.('telegram', 'zh-CN');
  expect(greeting?.paragraphs.join('\n')).toMatch(/@我[\s\S]*不在群里说[\s\S]*\/settings/);
  expect(greeting?.buttons.flat().map((button) => button.kind)).toEqual(['link']);
});
