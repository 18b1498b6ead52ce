import type { LookupAddress } from 'node:dns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPostWebhook } from '../../activities/webhooks/post-webhook.ts';
import { nothingInside, parseAllowedInside } from '../../knowledge/webhooks/inside.ts';
import { startWebhookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.close());

const here: LookupAddress = { address: '127.0.0.1', family: 4 };
const mapped: LookupAddress = { address: '::ffff:127.0.0.1', family: 6 };

/** To the receiver under another name, with what that name leads to, and what is allowed. */
async function posted(host: string, leadsTo: LookupAddress[], allow = ''): Promise<unknown> {
  const post = createPostWebhook({
    allowed: parseAllowedInside(allow) ?? nothingInside,
    resolve: async () => leadsTo,
  });
  const url = new URL(receiver.url);
  url.hostname = host;
  return post({ url: url.href, body: '{}', headers: {} }, new AbortController().signal);
}

describe('a message to a system inside', () => {
  it.each<[string, LookupAddress[]]>([
    ['127.0.0.1', []],
    ['localhost', [here]],
    ['[::ffff:127.0.0.1]', []],
    ['crm.example', [here]],
    ['crm.example', [mapped]],
    ['crm.example', [here, mapped]],
  ])('is not sent unless that is allowed: %s at %j', async (host, leadsTo) => {
    expect(await posted(host, leadsTo)).toEqual({ kind: 'inside' });
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['crm.example', 'crm.example'],
    ['crm.example', '127.0.0.0/8'],
    ['127.0.0.1', '127.0.0.1'],
  ])('is sent to %s where %s is allowed', async (host, allow) => {
    expect(await posted(host, [here], allow)).toMatchObject({ kind: 'status', status: 204 });
  });

  it('is looked at with each connection: a name that leads elsewhere the next time gains nothing', async () => {
    const turns: LookupAddress[] = [here, { address: '127.0.0.2', family: 4 }];
    const post = createPostWebhook({
      allowed: parseAllowedInside('127.0.0.1') ?? nothingInside,
      resolve: async () => turns.splice(0, 1),
    });
    receiver.answerHeaders = { connection: 'close' };
    const url = receiver.url.replace('127.0.0.1', 'crm.example');
    const send = async () => post({ url, body: '{}', headers: {} }, new AbortController().signal);
    expect(await send()).toMatchObject({ kind: 'status', status: 204 });
    expect(await send()).toEqual({ kind: 'inside' });
    expect(receiver.received).toHaveLength(1);
  });

  it('is not sent where another address than its own redirects it', async () => {
    receiver.react = () => 307;
    receiver.answerHeaders = { location: receiver.url.replace('/hook', '/inside') };
    expect(await posted('crm.example', [here], 'crm.example')).toMatchObject({ kind: 'status', status: 307 });
    expect(receiver.received).toHaveLength(1);
  });

  it('is told apart from one whose receiver is not found', async () => {
    expect(await posted('crm.example', [])).toEqual({ kind: 'network' });
  });
});
