import { Bot } from '@botpress/sdk';
import type { OnBehalfOf, OutsideActions } from '../../engine/outside-actions.ts';
import type { TongbaoBot } from './bot-types.ts';
import * as schemas from './schemas.ts';

/** An action or event that does not have the declared form. */
export class BadInput extends Error {
  constructor() {
    super('input of another form than declared');
    this.name = 'BadInput';
  }
}

/** Who asks, as far as Botpress can vouch for it; null where more than one person may read the answer, or it is not them. */
type Vouch = (i: { conversationId: string; userId: string }) => Promise<OnBehalfOf | null>;

export interface StatusChanged {
  id: string;
  conversationId: string;
  userId: string;
  /** See `schemas.ts`. */
  told?: boolean | undefined;
}

export interface BotPorts {
  actions: OutsideActions;
  vouch: Vouch;
  /** Shown where something of a firm may not be said. */
  notPrivate: string;
  onMessage: (payload: unknown) => Promise<void>;
  onStatusChanged: (event: StatusChanged) => Promise<void>;
  /** What a handler threw. The call then has no answer worth sending. */
  onFault: (error: unknown) => void;
}

/** The bot's handlers, each only a line: what they do is told by the ports. */
export function createBot(ports: BotPorts): Bot<TongbaoBot> {
  const { actions, vouch, notPrivate, onMessage, onStatusChanged, onFault } = ports;

  async function kept<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      onFault(error);
      return undefined as Result;
    }
  }

  const forFirm = <Who extends { conversationId: string; userId: string }, Result>(
    schema: Parser<Who>,
    given: unknown,
    act: (person: OnBehalfOf, input: Who) => Promise<Result>,
  ) =>
    kept(async () => {
      const input = read(schema, given);
      const person = await vouch({ conversationId: input.conversationId, userId: input.userId });
      return person === null
        ? { outcome: 'refused' as const, refusal: 'notPrivate' as const, text: notPrivate, firms: [] }
        : act(person, input);
    });

  const bot = new Bot<TongbaoBot>({
    actions: {
      askPolicy: ({ input }) =>
        kept(() => {
          const { question, locale = null } = read(schemas.askPolicy.input, input);
          const { source, ...answer } = actions.askPolicy({ question, locale });
          return { ...answer, ...(source === null ? {} : { source }) };
        }),
      enrollmentStatus: ({ input }) =>
        forFirm(schemas.enrollmentStatus.input, input, async (person, { uscc = null }) => {
          const result = await actions.enrollmentStatus(person, { uscc });
          if (result.outcome === 'refused') return result;
          // Botpress's schemas know what is absent, not what is null.
          const { reportedStep, ...rest } = result;
          return reportedStep === null ? rest : { ...rest, reportedStep };
        }),
      checkEligibility: ({ input }) =>
        forFirm(
          schemas.checkEligibility.input,
          input,
          (person, { uscc = null, exportValueUsd, year = null }) =>
            actions.checkEligibility(person, { uscc, exportValueUsd, year }),
        ),
      reportStep: ({ input }) =>
        forFirm(schemas.reportStep.input, input, (person, { uscc = null, step, requestId }) =>
          actions.reportStep(person, {
            ...{ uscc, step },
            // Flows number their requests as they like: somebody else's first is not this one's.
            eventId: `botpress:action:${JSON.stringify([person.externalUserId, requestId])}`,
          }),
        ),
    },
    plugins: {},
  });
  bot.on.message('*', (received) => kept(() => onMessage(received)));
  bot.on.event('statusChanged', ({ event }) =>
    kept(() => onStatusChanged({ id: event.id, ...read(schemas.statusChanged, event.payload) })),
  );
  return bot;
}

interface Parser<Value> {
  safeParse(given: unknown): { success: true; data: Value } | { success: false };
}

/** Botpress checks by the definition before it calls; who else knows the address does not. */
function read<Value>(schema: Parser<Value>, given: unknown): Value {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new BadInput();
  return parsed.data;
}
