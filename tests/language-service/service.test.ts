import { beforeAll, describe, expect, it } from 'vitest';
import { createLanguageService } from '../../activities/language-service/create-language-service.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { LanguageService } from '../../activities/ports/language-service.ts';
import type { AssistRequest } from '../../knowledge/answering/assisted.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { saying, sendJson, startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';

let pack: PolicyPack;
beforeAll(async () => {
  pack = await loadPack('jiangsu-2022');
});

const request: AssistRequest = {
  question: '那银行拖欠呢',
  turns: [{ question: '江苏的买家拖欠货款赔不赔', topic: 'risks-covered' }],
  offered: ['risks-covered', 'payout-ratio'],
  locale: 'zh-CN',
};
const good = { topic: 'risks-covered', question: null };

interface Opened {
  service: LanguageService;
  standIn: StandIn;
  logged: { message: string; fields: unknown }[];
  passMs: (ms: number) => void;
}

async function open(
  changes: { timeoutMs?: number; baseUrl?: string; apiKey?: string | null } = {},
): Promise<Opened> {
  const standIn = await startStandIn();
  const logged: Opened['logged'] = [];
  let passedMs = 0;
  const note = (message: string, fields?: Record<string, unknown>): void =>
    void logged.push({ message, fields });
  const service = createLanguageService(
    { baseUrl: standIn.baseUrl, apiKey: 'sk-secret', model: 'small-model', timeoutMs: 5_000, ...changes },
    {
      pack,
      clock: { now: () => new Date(1_700_000_000_000 + passedMs) },
      log: { debug: note, info: note, warn: note, error: note },
    },
  );
  return { service, standIn, logged, passMs: (ms) => void (passedMs += ms) };
}

describe('an endpoint that does its work', () => {
  it('chooses among what was offered', async () => {
    const { service, standIn } = await open();
    standIn.behave(saying(good));
    expect(await service.suggest(request)).toEqual({
      ok: true,
      suggestion: { topic: 'risks-covered', question: null },
    });
  });

  it('completes a follow-up with what was said before', async () => {
    const { service, standIn } = await open();
    standIn.behave(saying({ topic: 'none', question: '银行拖欠货款赔不赔' }));
    expect(await service.suggest(request)).toEqual({
      ok: true,
      suggestion: { topic: null, question: '银行拖欠货款赔不赔' },
    });
  });

  it('is asked once, with the question, the turns and the labels on offer, and nothing else', async () => {
    const { service, standIn } = await open();
    standIn.behave(saying(good));
    await service.suggest(request);
    expect(standIn.received).toHaveLength(1);
    const [sent] = standIn.received;
    expect(sent?.path).toBe('/v1/chat/completions');
    expect(sent?.headers.authorization).toBe('Bearer sk-secret');
    expect(JSON.parse(sent?.user ?? '')).toEqual({
      turns: [{ question: '江苏的买家拖欠货款赔不赔', topic: expect.any(String) as string }],
      question: '那银行拖欠呢',
      topics: [
        { id: 'risks-covered', label: expect.any(String) as string },
        { id: 'payout-ratio', label: expect.any(String) as string },
      ],
    });
    expect(Object.keys(JSON.parse(sent?.raw ?? '{}') as object).sort()).toEqual(
      ['max_tokens', 'messages', 'model', 'response_format', 'temperature'].sort(),
    );
    expect(Object.keys(sent?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  });

  it('works without a key, as one on the own machine does', async () => {
    const { service, standIn } = await open({ apiKey: null });
    standIn.behave(saying(good));
    expect((await service.suggest(request)).ok).toBe(true);
  });
});

describe('an endpoint that is slow', () => {
  it.each<[string, (standIn: StandIn) => void]>([
    ['says nothing', (s) => s.behave(() => {})],
    [
      'begins and does not end',
      (s) =>
        s.behave((response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{"choices":[');
        }),
    ],
  ])('is left alone when it %s', async (_, prepare) => {
    const { service, standIn } = await open({ timeoutMs: 150 });
    prepare(standIn);
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'timeout' });
    expect(standIn.received).toHaveLength(1);
  });
});

describe('an endpoint that is broken', () => {
  it.each([400, 401, 404, 408, 429, 500, 503])('is tried once when it answers %i', async (status) => {
    const { service, standIn } = await open();
    standIn.behave((response) => {
      response.setHeader('x-should-retry', 'true');
      sendJson(response, { error: { message: '那银行拖欠呢' } }, status);
    });
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'status' });
    expect(standIn.received).toHaveLength(1);
  });

  it('is not followed elsewhere', async () => {
    const elsewhere = await startStandIn();
    const { service, standIn } = await open();
    standIn.behave((response) => {
      response.writeHead(307, { location: `${elsewhere.baseUrl}/chat/completions` });
      response.end();
    });
    expect((await service.suggest(request)).ok).toBe(false);
    expect(elsewhere.received).toHaveLength(0);
  });

  it.each<[string, unknown]>([
    ['no JSON at all', '<html>502</html>'],
    ['JSON of another kind', { hello: 1 }],
    ['no choices', { choices: [] }],
    ['a refusal', { choices: [{ message: { content: null, refusal: 'no' } }] }],
    ['nothing', ''],
    ['a list', []],
  ])('gives no suggestion when it sends %s', async (_, body) => {
    const { service, standIn } = await open();
    standIn.behave((response) => sendJson(response, body));
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'noText' });
  });

  it('is not read to the end of a huge body', async () => {
    const { service, standIn } = await open();
    let written = 0;
    standIn.behave((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && written < 500_000_000) {
          written += 65_536;
          if (!response.write(' '.repeat(65_536))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'tooLarge' });
    expect(written).toBeLessThan(500_000_000);
  });

  it('gives no suggestion when nobody listens or the line breaks', async () => {
    const { service, standIn } = await open({ baseUrl: 'http://127.0.0.1:9/v1' });
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'network' });
    expect(standIn.received).toHaveLength(0);
    const broken = await open();
    broken.standIn.behave((response) => response.destroy());
    expect(await broken.service.suggest(request)).toEqual({ ok: false, reason: 'network' });
  });
});

describe('an endpoint that lies', () => {
  it.each<[string, unknown, string]>([
    ['prose', '赔付比例是 99%', 'notJson'],
    ['another shape', { topic: 'risks-covered' }, 'wrongShape'],
    ['more than was asked', { ...good, answer: '赔 99%' }, 'wrongShape'],
    ['a list', [good], 'wrongShape'],
    ['a topic that was not offered', { topic: 'max-indemnity', question: null }, 'notOffered'],
    ['a topic of its own', { topic: 'refund', question: null }, 'notOffered'],
    ['a number of its own', { topic: 'none', question: '银行拖欠超过90天赔不赔' }, 'numberInvented'],
    ['a place of its own', { topic: 'none', question: '浙江的银行拖欠赔不赔' }, 'nameInvented'],
  ])('is not believed when it says %s', async (_, content, reason) => {
    const { service, standIn } = await open();
    standIn.behave(saying(content));
    expect(await service.suggest(request)).toEqual({ ok: false, reason });
  });
});

describe('an endpoint that fails again and again', () => {
  it('is left in peace for a minute, tried once, and asked again when it works', async () => {
    const { service, standIn, passMs } = await open();
    standIn.behave((response) => sendJson(response, {}, 500));
    for (let n = 0; n < 3; n += 1) await service.suggest(request);
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'resting' });
    expect(standIn.received).toHaveLength(3);

    passMs(60_001);
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'status' });
    expect(await service.suggest(request)).toEqual({ ok: false, reason: 'resting' });
    expect(standIn.received).toHaveLength(4);

    passMs(60_001);
    standIn.behave(saying(good));
    // Two at once: one tries, the other does not wait for it.
    const both = await Promise.all([service.suggest(request), service.suggest(request)]);
    expect(both.map((result) => result.ok)).toEqual([true, false]);
    expect((await service.suggest(request)).ok).toBe(true);
  });

  it('is left in peace as well when it lies', async () => {
    const { service, standIn } = await open();
    standIn.behave(saying('no'));
    for (let n = 0; n < 4; n += 1) await service.suggest(request);
    expect(standIn.received).toHaveLength(3);
  });
});

it('logs what happened, and nothing of what was asked or said', async () => {
  const { service, standIn, logged } = await open();
  standIn.behave(saying({ topic: 'none', question: '银行拖欠货款赔不赔' }));
  await service.suggest(request);
  standIn.behave(saying('银行的秘密'));
  await service.suggest(request);
  standIn.behave((response) => sendJson(response, { error: { message: '银行的秘密' } }, 400));
  await service.suggest(request);
  expect(logged.map(({ message }) => message)).toEqual([
    'languageService.suggested',
    'languageService.failed',
    'languageService.failed',
  ]);
  expect(JSON.stringify(logged)).not.toMatch(/银行|拖欠|货款|sk-secret/);
});
