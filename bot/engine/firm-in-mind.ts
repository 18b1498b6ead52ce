import { z } from 'zod';
import { forgottenAfterMs } from './dialogue.ts';
import type { PrivateContext } from './private-context.ts';

const shape = z.object({ uscc: z.string(), at: z.iso.datetime() });

const keyOf = ({ identity }: PrivateContext): string => `firm:${identity.id}`;

/** Which of its firms somebody with several speaks of; null after a while of silence, or when none was chosen. */
export async function firmInMind(context: PrivateContext): Promise<string | null> {
  const { stores, clock } = context.ports;
  const stored = shape.safeParse(await stores.conversations.load(keyOf(context)));
  if (!stored.success) return null;
  const { uscc, at } = stored.data;
  return clock.now().getTime() - Date.parse(at) > forgottenAfterMs ? null : uscc;
}

/** Null: asks again the next time. */
export const bearInMind = (context: PrivateContext, uscc: string | null): Promise<void> =>
  context.ports.stores.conversations.save(
    keyOf(context),
    uscc === null ? null : { uscc, at: context.ports.clock.now().toISOString() },
  );
