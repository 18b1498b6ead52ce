import { describe, expect, it } from 'vitest';
import { guardGroups } from '../../bot/channels/group-guard.ts';
import { isGroupChat } from '../../bot/channels/telegram/chat-id.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import { forGroup, say } from '../support/scripted-engine.ts';

describe('a guarded sender', () => {
  const inner = createFakeSender('telegram');
  const sender = guardGroups(inner, {
    isGroup: isGroupChat,
    isStaffRoom: (chatId) => chatId === '-1009',
  });

  it.each(['-1001', '-1001:33', '@office_channel'])('sends no reminder into %s', async (chatId) => {
    const secret = say('虚构锦程公司：请尽快确认投保。');
    await expect(sender.send(chatId, secret)).rejects.toMatchObject({ fate: 'notSent', code: 'badRequest' });
    await expect(sender.edit(chatId, '7', secret)).rejects.toMatchObject({ fate: 'notSent' });
    expect(inner.sent).toEqual([]);
    expect(inner.edits).toEqual([]);
  });

  it('sends what is for everybody, and anything to a person or to the staff’s own room', async () => {
    await sender.send('-1001', forGroup('明天上午九点讲解投保步骤。'));
    await sender.edit('-1001', '7', forGroup('改到十点。'));
    await sender.send('5', say('虚构锦程公司：请尽快确认投保。'));
    await sender.send('-1009', say('虚构锦程公司：请核实。'));
    expect(inner.sent.map(({ chatId }) => chatId)).toEqual(['-1001', '5', '-1009']);
    expect(inner.edits).toHaveLength(1);
  });
});
