import { shanghaiDate, shanghaiTime } from '../../calendar/shanghai-time.ts';
import { usccOf } from '../../enrollment/enrollment-id.ts';
import type { EventRefusal } from '../../official-events/types.ts';
import type { integration as zhIntegration } from '../zh-CN/integration.ts';
import { enrollment } from './enrollment.ts';

const { statusLabels } = enrollment;
const at = (iso: string): string => `${shanghaiDate(iso)} ${shanghaiTime(iso)} Beijing time`;

function refusal(r: EventRefusal): string {
  switch (r.code) {
    case 'transitionNotAllowed':
      return `The status is “${statusLabels[r.from]}” and cannot become “${statusLabels[r.to]}”.`;
    case 'earlierEventMissing':
      return `The status is “${statusLabels[r.from]}” and cannot become “${statusLabels[r.to]}” yet. The event is kept and applied once the earlier one arrives; it may also be sent again with the same ID.`;
    case 'reasonRequired':
      return `“${statusLabels[r.status]}” needs a reason.`;
    case 'moved':
      return `This firm goes on under the code ${usccOf(r.to)}. Please send a new event with that code.`;
    case 'olderThanKnown':
      return `This happened before the status that is recorded (${at(r.knownSince)}), so it was not applied.`;
    case 'occurredInFuture':
      return `It is said to happen at ${at(r.occurredAt)}, which is in the future (now ${at(r.now)}). Check the sender's clock.`;
    case 'notTracked':
      return 'No enrollment of this firm is followed: the pack or the code is wrong, or the firm is not on the approved list. After its import the event may be sent again with the same ID.';
    case 'idUsedForAnother':
      return 'This ID belongs to another event that says something else. Give a new event a new ID.';
    default:
      return 'The present status does not allow this change.';
  }
}

const errors: (typeof zhIntegration)['errors'] = {
  apiOff: 'This interface is off: events are taken once TONGBAO_API_SECRETS is set, see docs/integration.md.',
  signatureMissing:
    'The signature is missing: the headers webhook-id, webhook-timestamp and webhook-signature are needed.',
  signatureTime:
    "The webhook-timestamp is more than five minutes off the server's time. Set the sender's clock and sign again.",
  signatureWrong: 'The signature is wrong: check the secret, and sign the very bytes that are sent.',
  keyRevoked: 'This key was revoked and nothing was taken: ask the office for a new one.',
  notJson: 'The body is not JSON in UTF-8.',
  eventsInvalid: 'The body is not as it should be and nothing of it was taken; `problems` says where.',
  tooLarge: 'The body is larger than 1 MB. Please send it in several batches.',
  wrongType: 'Only requests with the content type application/json are accepted.',
  tooManyRequests: 'Too many requests. Please send again later.',
  engineUnreachable:
    'The service that follows enrollments cannot be reached. Events that are `accepted` in `results` are stored and decided once it is back; sending them again with the same ID gives their outcome.',
  badRequest: 'The request was not understood.',
  internal: 'Something went wrong on the server. Please send again with the same ID.',
};

export const integration: typeof zhIntegration = { refusal, errors };
