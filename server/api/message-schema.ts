import { z } from 'zod';
import type { StatusChangedMessage } from '../../knowledge/webhooks/message.ts';
import { officialStatus } from './event-schemas.ts';

const sources = ['firm', 'staff', 'import', 'cli', 'api', 'system'] as const;

/** What other systems are told, for the OpenAPI document. */
export const statusChangedMessage = z
  .object({
    type: z.literal('enrollment.statusChanged'),
    timestamp: z.iso.datetime().meta({ description: 'When it was recorded (RFC 3339, UTC).' }),
    data: z.object({
      pack: z.string().meta({ description: 'ID of the policy pack.', examples: ['jiangsu-2022'] }),
      uscc: z.string().meta({
        description: "The firm's unified social credit code (GB 32100-2015).",
        examples: ['91329999MADEM0001Q'],
      }),
      status: officialStatus,
      reason: z.string().nullable().meta({ description: 'Why, as the firm was told it; null for none.' }),
      corrected: z.boolean().meta({ description: 'A status that had been entered wrongly is put right.' }),
      source: z.union([z.enum(sources), z.templateLiteral(['api/', z.string()])]).meta({
        description: 'Who said so; `api/<name>` is the system of that name.',
      }),
      trial: z.boolean().meta({ description: 'A fictional firm of the trial.' }),
    }),
  })
  .meta({ id: 'StatusChangedMessage' }) satisfies z.ZodType<StatusChangedMessage>;
