import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { UserError } from '../knowledge/user-error.ts';
import { UndecodablePayload } from './payload-codec/undecodable-payload.ts';
import { EnrollmentUnavailable, SendError } from './ports/services.ts';

/**
 * The one place that says what is worth another try. A channel's rate limit becomes the delay of the next attempt, kept by
 * the server: limits of hours have been seen. What is not named here is tried again with the activity's own back-off.
 */
export function retryRule(error: unknown): unknown {
  if (error instanceof SendError) {
    const { message, code, retryAfterMs } = error;
    return ApplicationFailure.create({
      message,
      type: `SendError.${code}`,
      ...(retryAfterMs === null ? {} : { nextRetryDelay: retryAfterMs }),
    });
  }
  // The key may be put back.
  const mayHeal = error instanceof UndecodablePayload && error.code === 'keyUnknown';
  const needsPerson =
    (error instanceof UserError && !mayHeal) ||
    (error instanceof EnrollmentUnavailable && error.code === 'notFound');
  return needsPerson ? ApplicationFailure.nonRetryable(error.message, error.name) : error;
}

export const retryRules = (): { inbound: ActivityInboundCallsInterceptor } => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        throw retryRule(error);
      }
    },
  },
});
