import { z } from 'zod';
import { officialStatuses } from '../../knowledge/enrollment/state.ts';
import { checkUscc, normaliseUscc } from '../../knowledge/firms/uscc.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { longestReason } from '../../knowledge/official-events/types.ts';
import type { OfficialEvent } from '../../knowledge/official-events/types.ts';

/** Bodies of `POST /api/v1/events`: what is taken, and what the OpenAPI document says of it. */

const eventsAtMost = 500;

export const officialStatus = z
  .enum(officialStatuses)
  .meta({ id: 'OfficialStatus', description: 'The official status of an enrollment.' });

const statusChanged = z
  .strictObject({
    id: z
      .string()
      .regex(/^[\x21-\x7e]{1,128}$/)
      .meta({
        description: "The sender's own ID of this event: the same ID twice is one event.",
        examples: ['result-2026-0001'],
      }),
    type: z.literal('enrollment.statusChanged'),
    pack: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/)
      .meta({ description: 'ID of the policy pack.', examples: ['jiangsu-2022'] }),
    uscc: z
      .string()
      .max(64)
      .transform(normaliseUscc)
      .refine((uscc) => checkUscc(uscc).ok, { error: 'not a unified social credit code (GB 32100-2015)' })
      .meta({
        description: "The firm's unified social credit code (GB 32100-2015), with its check character.",
        examples: ['91329999MADEM0001Q'],
      }),
    status: officialStatus,
    reason: z.string().trim().max(longestReason).nullish().meta({
      description: 'Why; the firm is told. Needed for `returned` and `terminated`.',
    }),
    occurredAt: z.iso.datetime({ offset: true }).meta({
      description: 'When it happened (RFC 3339): it decides which of two events is the later one.',
      examples: ['2026-11-24T10:00:00+08:00'],
    }),
  })
  .meta({ id: 'StatusChangedEvent' });

export const eventsBody = z
  .union([
    statusChanged,
    z
      .strictObject({ events: z.array(statusChanged).min(1).max(eventsAtMost) })
      .meta({ id: 'EventBatch', description: 'Several events, in any order.' }),
  ])
  .meta({ id: 'EventsBody' });

type StatusChanged = z.output<typeof statusChanged>;

export const eventsIn = (body: z.output<typeof eventsBody>): OfficialEvent[] =>
  ('events' in body ? body.events : [body]).map(eventOf);

function eventOf({ id, pack, uscc, status, reason, occurredAt }: StatusChanged): OfficialEvent {
  const at = new Date(occurredAt).toISOString();
  return {
    id,
    enrollmentId: enrollmentIdOf(pack, uscc),
    status,
    reason: reason === undefined || reason === '' ? null : reason,
    occurred: { from: at, to: at },
  };
}

/** What is wrong with a body, by path. A batch is told of its events, not that it is no single event. */
export function problemsOf(body: unknown): { path: string; message: string }[] {
  const isBatch = typeof body === 'object' && body !== null && 'events' in body;
  const schema = isBatch ? eventsBody.options[1] : eventsBody.options[0];
  const { error } = schema.safeParse(body);
  return (error?.issues ?? []).slice(0, 20).map((i) => ({ path: i.path.join('.'), message: i.message }));
}
