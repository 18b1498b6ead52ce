import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';

export type ApiErrorCode = keyof Texts['integration']['errors'];

/** The HTTP status of each refusal; the OpenAPI document is made of it. */
export const statusOf: Record<ApiErrorCode, number> = {
  notJson: 400,
  badRequest: 400,
  signatureMissing: 401,
  signatureTime: 401,
  signatureWrong: 401,
  keyRevoked: 401,
  apiOff: 404,
  tooLarge: 413,
  wrongType: 415,
  eventsInvalid: 422,
  tooManyRequests: 429,
  internal: 500,
  engineUnreachable: 503,
};

/** `{ error: { code, zh, en }, ... }`: the only form in which the interface refuses. */
export function refuseApi(reply: FastifyReply, code: ApiErrorCode, more: object = {}): FastifyReply {
  const { errors: zh } = textsFor('zh-CN').integration;
  const { errors: en } = textsFor('en').integration;
  return reply.code(statusOf[code]).send({ error: { code, zh: zh[code], en: en[code] }, ...more });
}

const frameworkCodes: Record<string, ApiErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongType',
};

export function handleApiErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
    const known = frameworkCodes[code];
    if (known !== undefined) return refuseApi(reply, known);
    if (statusCode >= 400 && statusCode < 500) return refuseApi(reply, 'badRequest');
    log.error('api.requestFailed', { route: request.routeOptions.url, error });
    return refuseApi(reply, 'internal');
  });
}
