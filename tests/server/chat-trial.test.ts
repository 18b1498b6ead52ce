import { afterEach, describe, expect, it } from 'vitest';
import type { TrialClock, WebTrial } from '../../bot/channels/web/contract.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { openWebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
afterEach(() => chat.dispose());

const clock: TrialClock = {
  uscc: '91320800MA00000000',
  firmName: '淮安示例工贸有限公司',
  now: '2022-03-01T01:00:00.000Z',
  nextReminderAt: '2022-03-04T01:00:00.000Z',
};
const trialOf = (o: Partial<WebTrial> = {}): WebTrial & { welcomed: string[] } => {
  const welcomed: string[] = [];
  return {
    welcomed,
    onNewVisitor: async (identityId) => void welcomed.push(identityId),
    clock: async () => clock,
    advance: async () => 'advanced',
    ...o,
  };
};

describe('the trial', () => {
  it('gives each visitor without a firm its demo firm, and marks the page', async () => {
    const trial = trialOf();
    chat = await startWebChatServer({ trial });
    const visitor = await openWebVisitor(chat.url);
    await openWebVisitor(chat.url);
    expect(new Set(trial.welcomed).size).toBe(2);
    expect(await (await visitor.get('/')).text()).toMatch(
      /<aside class="trial"[^>]* >[\s\S]*演示数据 · 试用模式/,
    );
  });

  it('shows the firm’s clock and moves it on', async () => {
    const advanced: string[] = [];
    const trial = trialOf({
      advance: async (identityId) => {
        advanced.push(identityId);
        return 'advanced';
      },
    });
    chat = await startWebChatServer({ trial });
    const visitor = await openWebVisitor(chat.url);
    expect(await (await visitor.get('/chat/trial')).json()).toEqual({ clock });
    const moved = await visitor.post('/chat/trial/next-reminder', {});
    expect(await moved.json()).toEqual({ outcome: 'advanced' });
    expect(advanced).toEqual([trial.welcomed[0]]);
  });

  it('moves the clock no faster than a visitor may write', async () => {
    chat = await startWebChatServer({ trial: trialOf(), limits: { messagesPerMinute: 1 } });
    const visitor = await openWebVisitor(chat.url);
    expect((await visitor.post('/chat/trial/next-reminder', {})).status).toBe(200);
    expect((await visitor.post('/chat/trial/next-reminder', {})).status).toBe(429);
  });

  it('chats on when no demo firm can be given, and says when the clock cannot be moved', async () => {
    const failing = (): Promise<never> => Promise.reject(new Error('secret detail'));
    chat = await startWebChatServer({ trial: trialOf({ onNewVisitor: failing, advance: failing }) });
    const visitor = await openWebVisitor(chat.url);
    expect((await visitor.say('你好')).status).toBe(200);
    const moved = await visitor.post('/chat/trial/next-reminder', {});
    expect(moved.status).toBe(503);
    expect(await moved.text()).not.toContain('secret');
  });

  it('does not exist in live mode', async () => {
    chat = await startWebChatServer();
    const visitor = await openWebVisitor(chat.url);
    expect((await visitor.get('/chat/trial')).status).toBe(404);
    expect((await visitor.post('/chat/trial/next-reminder', {})).status).toBe(404);
    expect(await (await visitor.get('/')).text()).toMatch(/<aside class="trial"[^>]* hidden>/);
  });
});
