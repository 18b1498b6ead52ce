import type { FastifyInstance, FastifyReply } from 'fastify';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { Logger } from '../../activities/ports/services.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { inBoth } from './both.ts';

export type RefusalCode = keyof Texts['consoleTexts']['errors'];

/** The HTTP status of each refusal; the OpenAPI document is made of it. */
export const statusOf: Record<RefusalCode, number> = {
  badRequest: 400,
  notSignedIn: 401,
  wrongLogin: 401,
  forbidden: 403,
  crossSite: 403,
  notFound: 404,
  loginTaken: 409,
  ownAccount: 409,
  lastAdmin: 409,
  notFollowed: 409,
  notListed: 409,
  invitationGone: 410,
  tooLarge: 413,
  wrongType: 415,
  wrongPassword: 422,
  nameBad: 422,
  noteBad: 422,
  citiesMissing: 422,
  webhookNameBad: 422,
  webhookUrlBad: 422,
  webhookInside: 422,
  cityUnknown: 422,
  ...{ groupChanged: 409, apiKeyNameBad: 422, groupStays: 409, groupNotLeft: 502, groupMaybeLeft: 504 },
  loginBad: 422,
  passwordTooShort: 422,
  passwordTooLong: 422,
  passwordIsLogin: 422,
  passwordCommon: 422,
  tooManyTries: 429,
  ...{ textMissing: 422, answerNamesSomebody: 422, answerTooLong: 422, cannedChanged: 409 },
  ...{ ticketClosed: 409, ticketNotClosed: 409, ticketTooLate: 409, ticketOtherOpen: 409, ticketBusy: 409 },
  ...{ ticketNews: 409, ticketHeld: 409, ticketElsewhere: 409, ticketNowhere: 409, holderBlind: 422 },
  ...{ viewNameBad: 422, viewTaken: 409, viewChanged: 409, viewsTooMany: 409, viewSharesText: 422 },
  ...{ wrongCode: 422, codeUsed: 422, codesStopped: 422, signInOver: 410, totpUnreadable: 503 },
  ...{ telegramOff: 409, telegramForged: 401, telegramStale: 410 },
  ...{ telegramUnknown: 401, telegramTaken: 409 },
  ...{ totpOn: 409, totpOff: 409, totpNotBegun: 409, ownTotp: 409 },
  tooManyStreams: 503,
  notPossible: 422,
  engineUnavailable: 503,
  engineSilent: 504,
  campaignUnsure: 504,
  campaignForNobody: 409,
  campaignTooMany: 422,
  campaignRepeated: 409,
  campaignDecided: 409,
  campaignCannot: 409,
  importBusy: 429,
  importOfNothing: 422,
  importNotLast: 409,
  internal: 500,
};

/** Thrown by a handler that does not do what it was asked for. */
export class Refused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(`refused: ${code}`);
    this.name = 'Refused';
    this.code = code;
  }
}

/** `{ error: { code, zh, en } }`: the only form in which the console's interface refuses. */
function sendRefusal(
  reply: FastifyReply,
  code: RefusalCode,
  said: { zh: string; en: string } = inBoth((t) => t.consoleTexts.errors[code]),
): FastifyReply {
  const { zh, en } = said;
  if (code === 'tooManyTries') reply.header('retry-after', 900);
  return reply.code(statusOf[code]).send({ error: { code, zh, en } });
}

const frameworkCodes: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongType',
};

export function handleRefusals(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refused) return sendRefusal(reply, error.code);
    if (error instanceof UserError) return sendRefusal(reply, 'notPossible', error);
    if (error instanceof EnrollmentUnavailable)
      return sendRefusal(reply, error.code === 'noAnswer' ? 'engineSilent' : 'engineUnavailable');
    const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
    const known = frameworkCodes[code];
    if (known !== undefined) return sendRefusal(reply, known);
    if (statusCode >= 400 && statusCode < 500) return sendRefusal(reply, 'badRequest');
    log.error('console.requestFailed', { route: request.routeOptions.url, error });
    return sendRefusal(reply, 'internal');
  });
}
