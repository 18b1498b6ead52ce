import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../../activities/payload-codec/dictionaries.ts';
import { createPayloadCodec } from '../../activities/payload-codec/payload-codec.ts';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import { UndecodablePayload } from '../../activities/payload-codec/undecodable-payload.ts';
import { retryRule } from '../../activities/retry-rules.ts';
import { keyOf, keyText } from '../support/payload-keys.ts';

const [oldKey, newKey] = [keyOf(keyText('a1')), keyOf(keyText('b2'))];
const codec = createPayloadCodec(fixedKeyring([oldKey]));
const rotated = createPayloadCodec(fixedKeyring([newKey, oldKey]));

const toPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const fromPayload = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);

async function encoded(value: unknown, by = codec): Promise<Payload> {
  const [payload] = await by.encode([toPayload(value)]);
  if (payload === undefined) throw new Error('no payload');
  return payload;
}
async function decoded(payload: Payload, by = codec): Promise<unknown> {
  const [plain] = await by.decode([payload]);
  return plain === undefined ? undefined : fromPayload(plain);
}
const bytesOf = (payload: Payload): Buffer => Buffer.from(payload.data ?? []);
const textAt = (payload: Payload, name: string): string =>
  Buffer.from(payload.metadata?.[name] ?? []).toString();
const changed = (payload: Payload, at: number): Payload => {
  const data = bytesOf(payload);
  const where = at < 0 ? data.length + at : at;
  data.writeUInt8(data.readUInt8(where) ^ 1, where);
  return { ...payload, data };
};
const failsWith = (code: UndecodablePayload['code'], keyId: string | null) =>
  expect.objectContaining({ name: 'UndecodablePayload', code, keyId }) as unknown;

describe('the payload codec', () => {
  it.each([
    ['a short text', '好'],
    ['an object', { reason: '不在核准名单内', actor: 'staff-1', step: null }],
    ['bytes', new Uint8Array([0, 255, 10, 13])],
    ['what deflates well', { text: '示例'.repeat(5_000) }],
    ['what does not deflate', Buffer.from(createHash('sha512').update('x').digest('hex'), 'hex')],
    ['an empty text', ''],
    ['undefined', undefined],
    ['false', false],
  ])('gives back %s as it was', async (_what, value) => {
    const back = await decoded(await encoded(value));
    if (value instanceof Uint8Array) expect(Buffer.from(back as Uint8Array)).toEqual(Buffer.from(value));
    else expect(back).toEqual(value);
  });

  it('keeps order and number, and metadata that others set', async () => {
    const payloads = [
      toPayload(1),
      {
        metadata: { encoding: Buffer.from('json/plain'), messageType: Buffer.from('x') },
        data: Buffer.from('2'),
      },
    ];
    const back = await codec.decode(await codec.encode(payloads));
    expect(back.map((p) => Buffer.from(p.data ?? []).toString())).toEqual(['1', '2']);
    expect(back[1] && textAt(back[1], 'messageType')).toBe('x');
    expect(await codec.encode([])).toEqual([]);
  });

  it('shows its encoding and the ID of its key, and nothing of what it says', async () => {
    const payload = await encoded({ reason: '不在核准名单内', uscc: '91320899MA0000001W' });
    expect(Object.keys(payload.metadata ?? {})).toEqual(['encoding', 'key']);
    expect(textAt(payload, 'encoding')).toBe('binary/encrypted');
    expect(textAt(payload, 'key')).toBe('a1');
    for (const clear of ['核准', '9132', 'reason', 'json'])
      expect(bytesOf(payload).includes(clear)).toBe(false);
  });

  it('writes the same thing differently each time', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => encoded({ step: 'sealed' })));
    expect(new Set(all.map((p) => bytesOf(p).toString('hex'))).size).toBe(200);
    expect(new Set(all.map((p) => bytesOf(p).subarray(0, 12).toString('hex'))).size).toBe(200);
  });

  it('leaves what says nothing as it is', async () => {
    expect(await codec.encode([toPayload(undefined)])).toEqual([toPayload(undefined)]);
  });

  it('reads payloads in clear, from before', async () => {
    expect(await decoded(toPayload({ step: 'sealed' }))).toEqual({ step: 'sealed' });
  });
});

describe('after a rotation', () => {
  it('the new key encrypts and the old one still decrypts', async () => {
    const before = await encoded('before');
    const after = await encoded('after', rotated);
    expect(textAt(after, 'key')).toBe('b2');
    expect(await decoded(before, rotated)).toBe('before');
    expect(await decoded(after, rotated)).toBe('after');
  });

  it('whoever lacks the key is told its ID, and no key', async () => {
    const after = await encoded('after', rotated);
    const failure = await codec.decode([after]).catch((error: unknown) => error as UndecodablePayload);
    expect(failure).toEqual(failsWith('keyUnknown', 'b2'));
    const said = inspect(failure, { depth: 9, showHidden: true });
    expect(said).toContain('b2');
    for (const { secret } of [oldKey, newKey]) {
      for (const form of ['base64', 'hex'] as const)
        expect(said).not.toContain(secret.export().toString(form));
    }
  });
});

describe('an activity that meets an unknown key', () => {
  it('is tried again, for the key may be put back; one that meets a damaged payload is not', () => {
    const unknown = new UndecodablePayload('keyUnknown', 'b2');
    expect(retryRule(unknown)).toBe(unknown);
    expect(retryRule(new UndecodablePayload('damaged', 'b2'))).toMatchObject({ nonRetryable: true });
  });
});

describe('a payload that was tampered with', () => {
  it.each([
    ['nonce', 0],
    ['ciphertext', 14],
    ['tag', -1],
  ])('is refused: one bit of the %s', async (_where, at) => {
    await expect(decoded(changed(await encoded({ step: 'sealed' }), at))).rejects.toEqual(
      failsWith('damaged', 'a1'),
    );
  });

  it.each([0, 11, 27, 28])('is refused: cut to %i bytes', async (length) => {
    const payload = await encoded({ step: 'sealed' });
    await expect(decoded({ ...payload, data: bytesOf(payload).subarray(0, length) })).rejects.toEqual(
      failsWith('damaged', 'a1'),
    );
  });

  it('is refused under another key ID, also where that one stands for the same secret', async () => {
    const twice = createPayloadCodec(fixedKeyring([oldKey, { id: 'c3', secret: oldKey.secret }]));
    const payload = await encoded('x');
    const moved = { ...payload, metadata: { ...payload.metadata, key: Buffer.from('c3') } };
    await expect(decoded(moved, twice)).rejects.toEqual(failsWith('damaged', 'c3'));
  });

  it('is refused where another secret stands under its ID', async () => {
    const other = createPayloadCodec(fixedKeyring([keyOf(keyText('a1'))]));
    await expect(decoded(await encoded('x'), other)).rejects.toEqual(failsWith('damaged', 'a1'));
  });

  it.each([undefined, '', 'no key \u001b[31m', 'x'.repeat(17)])(
    'is called foreign with the key ID %j',
    async (id) => {
      const { data } = await encoded('x');
      const metadata = {
        encoding: Buffer.from('binary/encrypted'),
        ...(id === undefined ? {} : { key: Buffer.from(id) }),
      };
      await expect(decoded({ metadata, data: data ?? null })).rejects.toEqual(failsWith('foreign', null));
    },
  );
});

describe('the dictionaries', () => {
  it('are what they were: what was packed with them must be read for ever', () => {
    expect(dictionaries.map((d) => createHash('sha256').update(d).digest('hex').slice(0, 16))).toEqual([
      '247326ec3e369b25',
    ]);
  });

  it('make an enrollment smaller encrypted than it is in clear', async () => {
    const result = {
      outcome: 'applied',
      enrollment: {
        ...{ officialStatus: 'invited', officialSince: '2026-11-23T14:42:22.601Z', officialReason: null },
        ...{ reportedStep: 'realNameVerified', reportedAt: '2026-11-23T14:42:22.644Z', snoozedUntil: null },
        ...{
          enrollmentId: 'jiangsu-2022/91320899MA00000020',
          packId: 'jiangsu-2022',
          city: '淮安',
          version: 2,
        },
      },
    };
    const size = ({ metadata, data }: Payload): number =>
      Object.values(metadata ?? {}).reduce((sum, value) => sum + value.length, 0) + (data?.length ?? 0);
    expect(size(await encoded(result))).toBeLessThan(size(toPayload(result)));
  });
});
