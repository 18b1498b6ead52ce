import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from '../activities/ports/services.ts';
import type { Locale } from '../knowledge/answering/types.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import type { UserError } from '../knowledge/user-error.ts';

export type HttpErrorCode = keyof Texts['web']['errors'];

const statusOf: Record<HttpErrorCode, number> = {
  notFound: 404,
  badRequest: 400,
  tooLarge: 413,
  wrongType: 415,
  crossSite: 403,
  noSession: 401,
  tooManyVisitors: 429,
  tooManyMessages: 429,
  textTooLong: 422,
  textEmpty: 422,
  noTrial: 404,
  tooManyStreams: 429,
  unavailable: 503,
  internal: 500,
  noViewToken: 401,
  otherOrigin: 403,
  badPayloads: 400,
  consoleNotBuilt: 503,
};

/** Too much at once: the same refusal, and when to try again, as a header, a number and in words. */
export function refuseUntil(
  reply: FastifyReply,
  code: HttpErrorCode,
  { retryAfterMs }: { retryAfterMs: number },
): FastifyReply {
  const retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const sentence = (locale: Locale): string => {
    const { errors, tryAgainAfter } = textsFor(locale).web;
    return `${errors[code]}${tryAgainAfter({ seconds: retryAfterSeconds })}`;
  };
  const error = { code, zh: sentence('zh-CN'), en: sentence('en'), retryAfterSeconds };
  return reply
    .code(statusOf[code])
    .headers({ 'cache-control': 'no-store', 'retry-after': retryAfterSeconds.toString() })
    .send({ error });
}

/** `{ error: { code, zh, en } }`: the only form in which the server refuses. */
export function refuse(reply: FastifyReply, code: HttpErrorCode): FastifyReply {
  const error = {
    code,
    zh: textsFor('zh-CN').web.errors[code],
    en: textsFor('en').web.errors[code],
  };
  return reply.code(statusOf[code]).header('cache-control', 'no-store').send({ error });
}

/** The same form, for what an error itself says. */
export const refuseFor = (
  reply: FastifyReply,
  status: number,
  code: string,
  { zh, en }: UserError,
): FastifyReply => reply.code(status).send({ error: { code, zh, en } });

const frameworkCodes: Record<string, HttpErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'badRequest',
  FST_ERR_CTP_INVALID_JSON_BODY: 'badRequest',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'badRequest',
};

/** Clients never see a stack trace or an error's own words: those go to the log. */
export function registerErrorHandling(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'notFound'));
  app.setErrorHandler((error, request, reply) => {
    const { code, statusCode } = error as { code?: string; statusCode?: number };
    const known = code === undefined ? undefined : frameworkCodes[code];
    if (known !== undefined) return refuse(reply, known);
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return refuse(reply, 'badRequest');
    log.error('http.requestFailed', { method: request.method, route: request.routeOptions.url, error });
    return refuse(reply, 'internal');
  });
}
