import { z } from 'zod';
import { consolePath, operations } from './operations.ts';
import type { Operation } from './operation.ts';
import { statusOf } from './refusals.ts';

const json = (schema: object): object => ({ 'application/json': { schema } });

const refusal = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(statusOf)),
      zh: z.string().meta({ description: 'For people, in Chinese.' }),
      en: z.string().meta({ description: 'The same in English.' }),
    }),
  })
  .meta({ id: 'Refusal' });

const binary = { type: 'string', format: 'binary' };

let made: object | undefined;

/** The OpenAPI 3.1 document of the console's interface, out of the table and the schemas that check what comes in. */
export function consoleApiDocument(): object {
  made ??= document();
  return made;
}

function document(): object {
  const all: Operation[] = Object.values(operations);
  const paths = Object.entries(operations).map(([id, operation]) => [
    consolePath + operation.path,
    { [operation.method.toLowerCase()]: described(id, operation) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'tongbao console',
      version: '1.0.0',
      description:
        'What the staff’s pages talk to. No interface for other systems: it changes with the pages.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths) as object,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tongbao_console' } },
      schemas: Object.assign(
        {},
        ...all.flatMap(({ body, answer }) => [
          ...(body === undefined ? [] : [componentsOf(body, 'input')]),
          componentsOf(answer, 'output'),
        ]),
        componentsOf(refusal, 'output'),
      ) as object,
    },
  };
}

function described(id: string, { role, summary, body, answer, file }: Operation): object {
  return {
    ...{ operationId: id, summary, 'x-least-role': role },
    security: role === 'nobody' ? [] : [{ session: [] }],
    ...(body !== undefined && { requestBody: { required: true, content: json(refTo(body)) } }),
    responses: {
      200: {
        description: 'Done.',
        content: file === undefined ? json(refTo(answer)) : { [file]: { schema: binary } },
      },
      default: { description: 'Refused; `code` says why.', content: json(refTo(refusal)) },
    },
  };
}

const refTo = (schema: z.ZodType): object => ({ $ref: `#/components/schemas/${schema.meta()?.id ?? ''}` });

/** A schema and those within it that have an ID, under their IDs, as OpenAPI wants them. */
function componentsOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, object> {
  const { $defs = {} } = z.toJSONSchema(schema, { io });
  return JSON.parse(JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    object
  >;
}
