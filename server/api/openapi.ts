import { z } from 'zod';
import { errorAnswer, errorStatuses, eventsAnswer } from './answer-schemas.ts';
import { statusOf } from './api-errors.ts';
import { eventsBody } from './event-schemas.ts';
import { statusChangedMessage } from './message-schema.ts';

/** Of the interface, not of the program: a client may rely on it. */
const version = '1.0.0';

const signing = 'By the Standard Webhooks scheme (https://www.standardwebhooks.com).';
const signedBy = [{ webhookId: [], webhookTimestamp: [], webhookSignature: [] }];
const header = (name: string, description: string): object => ({
  ...{ type: 'apiKey', in: 'header', name, description },
});

const refTo = (id: string): object => ({ $ref: `#/components/schemas/${id}` });
const json = (id: string): object => ({ 'application/json': { schema: refTo(id) } });

const errorTexts: Partial<Record<number, string>> = {
  400: 'Not JSON. Nothing was taken.',
  401: 'Not signed, wrongly signed, or more than five minutes ago. Nothing was taken.',
  404: 'The interface is off.',
  413: 'More than 1 MB. Nothing was taken.',
  415: 'Not `application/json`. Nothing was taken.',
  422: 'Not as described here; `problems` says where. Nothing was taken.',
  429: 'Too many requests. Nothing was taken.',
  500: 'Something went wrong. Send it again with the same IDs.',
  503: 'The workflow engine is out of reach. What is `accepted` in `results` is stored, and decided once it is back.',
};
const retryAfter = {
  'retry-after': { description: 'Seconds until it is worth trying again.', schema: { type: 'integer' } },
};
const waits: readonly number[] = [statusOf.tooManyRequests, statusOf.engineUnreachable];

const errorResponse = (status: number): object => ({
  description: errorTexts[status] ?? 'Refused.',
  ...(waits.includes(status) && { headers: retryAfter }),
  content: json(`Error${status}`),
});

let made: object | undefined;

/** The OpenAPI 3.1 document of `/api/v1`, out of the schemas that check what comes in. */
export function openApiDocument(): object {
  made ??= {
    openapi: '3.1.0',
    info: {
      title: 'tongbao',
      version,
      description: 'Official statuses of enrollments: told to tongbao as events, and told by it as webhooks.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/v1/events': {
        post: {
          operationId: 'postEvents',
          summary: 'Report official statuses, one or many.',
          description: `${signing} Idempotent by the ID of each event; decided in the order in which things happened.`,
          security: signedBy,
          requestBody: { required: true, content: json('EventsBody') },
          responses: {
            200: { description: 'Each event has its result.', content: json('EventsAnswer') },
            ...Object.fromEntries(errorStatuses.map((status) => [status, errorResponse(status)])),
          },
        },
      },
    },
    webhooks: {
      statusChanged: {
        post: {
          operationId: 'statusChanged',
          summary: 'An official status has changed.',
          description: `${signing} Sent at least once, under the same \`webhook-id\`; those of one firm in their order.`,
          security: signedBy,
          requestBody: { required: true, content: json('StatusChangedMessage') },
          responses: {
            '2XX': { description: 'Taken. Anything else is sent again later.' },
            410: { description: 'Nothing more is wanted: this address is told nothing from now on.' },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        webhookId: header('webhook-id', 'ID of the message; the same when it is sent again.'),
        webhookTimestamp: header('webhook-timestamp', 'When it was signed, in seconds since 1970.'),
        webhookSignature: header('webhook-signature', 'One or more signatures `v1,…`, separated by spaces.'),
      },
      schemas: {
        ...componentsOf(eventsBody, 'input'),
        ...componentsOf(statusChangedMessage, 'output'),
        ...componentsOf(eventsAnswer, 'output'),
        ...Object.fromEntries(
          errorStatuses.flatMap((status) => Object.entries(componentsOf(errorAnswer(status), 'output'))),
        ),
      },
    },
  };
  return made;
}

/** A schema and those within it that have an ID, under their IDs, as OpenAPI wants them. */
function componentsOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, object> {
  const { $defs = {} } = z.toJSONSchema(schema, { io });
  return JSON.parse(JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    object
  >;
}
