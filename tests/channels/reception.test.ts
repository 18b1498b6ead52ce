import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReception } from '../../bot/channels/reception.ts';
import type { Reception } from '../../bot/channels/reception.ts';
import type { InboundMessage } from '../../bot/model.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

const quiet = (): void => undefined;
function opened(hangs = false) {
  const engine = createScriptedEngine();
  const sender = createFakeSender('door');
  const toasts: (string | null)[] = [];
  const reception: Reception = createReception({
    engine: hangs ? { handle: () => new Promise(() => undefined) } : engine,
    sender,
    inbound: temp.stores.inbound,
    identities: temp.stores.identities,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    signal: new AbortController().signal,
    keyedSends: false,
    onResult: async (_message, { toast }) => void toasts.push(toast),
  });
  return { reception, sender, engine, toasts };
}

const message = (externalId: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  channel: 'door',
  externalId,
  messageId: externalId,
  chat: { id: 'chat', kind: 'private' },
  sender: { externalUserId: 'user', locale: 'en' },
  text: `text ${externalId}`,
  command: null,
  callback: null,
  addressed: true,
  attachments: ['photo'],
  quoted: { text: '引用', fromBot: false },
  ...more,
});

it('answers by the channel’s sender, once', async () => {
  const { reception, sender, toasts } = opened();
  expect(await reception.take(message('1'))).toBe('taken');
  expect(await reception.take(message('1'))).toBe('duplicate');
  await until(async () => (await temp.stores.inbound.unprocessed('door')).length === 0);
  expect(sender.sent.map((sent) => sent.message.paragraphs)).toEqual([['收到：text 1']]);
  expect(toasts).toEqual([null]);
});

it('keeps nothing of what is not said to the bot', async () => {
  const { reception } = opened();
  const overheard = message('1', { chat: { id: 'g', kind: 'group' }, addressed: false });
  expect(await reception.take(overheard)).toBe('overheard');
  expect(await temp.stores.inbound.unprocessed('door')).toEqual([]);
});

it('takes up after a crash the message as it came', async () => {
  await opened(true).reception.take(message('1'));
  const { reception, engine } = opened();
  await reception.resume();
  await until(() => engine.handled.length === 1);
  expect(engine.handled[0]).toEqual(message('1'));
  await reception.close();
});
