import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import { createRateLimit } from '../../bot/channels/rate-limit.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { EventResult } from '../../knowledge/official-events/types.ts';
import type { ApiPorts } from '../contract.ts';
import { refuseApi } from './api-errors.ts';
import type { ToldResult } from './answer-schemas.ts';
import { apiKeyId } from './api-key-id.ts';
import { eventsBody, eventsIn, problemsOf } from './event-schemas.ts';
import { verifySignature } from './verify-signature.ts';

/** Room for a full batch with long reasons. */
const bodyLimit = 1024 * 1024;
const perMinute = 60_000;
/** Each costs a hash over its body; somebody who guesses is not given more of them. */
const wrongSignaturesAMinute = 30;
const retryAfterSeconds = 30;

const signatureErrors = {
  missing: 'signatureMissing',
  time: 'signatureTime',
  signature: 'signatureWrong',
} as const;

export function registerEvents(app: FastifyInstance, ports: ApiPorts, log: Logger): void {
  const { sources, keys, intake, clock, requestsAMinute = 120 } = ports;
  const requests = createRateLimit({ limit: requestsAMinute, windowMs: perMinute, clock });
  const wrong = createRateLimit({ limit: wrongSignaturesAMinute, windowMs: perMinute, clock });
  // The signature is over the bytes as they came.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.post('/api/v1/events', { bodyLimit }, async (request, reply) => {
    if (sources.length === 0) return refuseApi(reply, 'apiOff');
    const tooMany = (): FastifyReply => refuseApi(reply.header('retry-after', 60), 'tooManyRequests');
    if (wrong.spent(request.ip)) return tooMany();
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const verified = verifySignature(raw, request.headers, sources);
    if (!verified.ok) {
      log.warn('api.signatureRefused', { problem: verified.problem });
      wrong.take(request.ip);
      return refuseApi(reply, signatureErrors[verified.problem]);
    }
    const key = { id: apiKeyId(verified.secret), name: verified.source };
    if (!(await keys.use(key, shanghaiDate(clock.now().toISOString())))) {
      // Not counted as a wrong signature: behind one address others may still have a key that is good.
      log.warn('api.revokedKeyRefused', { key: key.id });
      return refuseApi(reply, 'keyRevoked');
    }
    const source = `api/${verified.source}`;
    if (!requests.take(source)) return tooMany();
    const body = parsed(raw);
    if (body === undefined) return refuseApi(reply, 'notJson');
    const checked = eventsBody.safeParse(body);
    if (!checked.success) return refuseApi(reply, 'eventsInvalid', { problems: problemsOf(body) });

    const { engine, results } = await intake.take(source, eventsIn(checked.data));
    log.info('api.eventsTaken', { source, events: results.length, engine });
    const told = { results: results.map(tellResult) };
    if (engine === 'answered') return reply.send(told);
    return refuseApi(reply.header('retry-after', retryAfterSeconds), 'engineUnreachable', told);
  });
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return undefined;
  }
}

function tellResult({ id, outcome, refusal }: EventResult): ToldResult {
  if (refusal === null) return { id, outcome, refusal };
  const [zh, en] = [textsFor('zh-CN').integration, textsFor('en').integration];
  return { id, outcome, refusal: { code: refusal.code, zh: zh.refusal(refusal), en: en.refusal(refusal) } };
}
