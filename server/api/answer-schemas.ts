import { z } from 'zod';
import { statusOf } from './api-errors.ts';
import type { ApiErrorCode } from './api-errors.ts';

/** What `POST /api/v1/events` answers, for the OpenAPI document; the types hold the route to it. */

const sentence = (language: string) =>
  z.string().meta({ description: `The same for people, in ${language}.` });

const toldResult = z
  .object({
    id: z.string().meta({ description: 'Of the event.' }),
    outcome: z
      .enum([
        ...(['applied', 'alreadyApplied', 'unchanged', 'held', 'stale', 'refused', 'notFound'] as const),
        ...(['conflict', 'accepted'] as const),
      ])
      .meta({
        id: 'EventOutcome',
        description:
          '`applied`: the status is changed. `alreadyApplied`: this ID was dealt with before. `unchanged`: the status was so already. `held`: kept until an earlier event arrives. `stale`: older than what is known. `refused`: not allowed. `notFound`: no such enrollment is followed. `conflict`: the ID belongs to another event. `accepted`: stored, not decided yet.',
      }),
    refusal: z
      .object({
        code: z.string().meta({
          description: 'For programs. More codes may come.',
          examples: ['transitionNotAllowed', 'earlierEventMissing', 'olderThanKnown', 'notTracked'],
        }),
        zh: sentence('Chinese'),
        en: sentence('English'),
      })
      .nullable()
      .meta({ description: 'Why nothing changed; null where there is nothing to say.' }),
  })
  .meta({ id: 'EventResult' });
export type ToldResult = z.output<typeof toldResult>;

const results = z.array(toldResult).meta({ description: 'In the order of the events of the request.' });

export const eventsAnswer = z.object({ results }).meta({ id: 'EventsAnswer' });

const problem = z.object({
  path: z.string().meta({ description: 'Where, as in `events.1.uscc`; empty for the whole body.' }),
  message: z.string(),
});

const isError = (code: string): code is ApiErrorCode => code in statusOf;
export const errorStatuses = [...new Set(Object.values(statusOf))].toSorted((a, b) => a - b);

/** A refusal with this status: which codes there are, and what comes with them. */
export function errorAnswer(status: number) {
  const codes = Object.keys(statusOf).filter((code) => isError(code) && statusOf[code] === status);
  return z
    .object({
      error: z.object({ code: z.enum(codes), zh: sentence('Chinese'), en: sentence('English') }),
      ...(status === statusOf.eventsInvalid && { problems: z.array(problem).max(20) }),
      ...(status === statusOf.engineUnreachable && { results }),
    })
    .meta({ id: `Error${status}` });
}
