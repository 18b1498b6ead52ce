import { z } from 'zod';
import type { ConversationStore } from '../../activities/ports/store.ts';
import type { ChatIdentity } from '../../activities/ports/store.ts';
import type { EligibilityGiven } from '../../knowledge/eligibility/types.ts';

/** After this long an unanswered question is forgotten, and what comes next is a new matter. */
export const forgottenAfterMs = 30 * 60_000;

const given = z.object({
  exportValue: z
    .object({
      amount: z.number(),
      currency: z.enum(['USD', 'CNY', 'other', 'unstated']),
      approximate: z.literal(true).exactOptional(),
    })
    .nullable(),
  year: z.union([z.number(), z.literal('lastYear')]).nullable(),
  province: z.string().nullable(),
  listed: z.union([z.boolean(), z.literal('unknown')]).nullable(),
});

const dialogue = z.object({
  kind: z.literal('eligibility'),
  /** What was asked last; null when the verdict was given and the asker may go on. */
  asking: z.enum(['value', 'province', 'listed']).nullable(),
  given,
  at: z.iso.datetime(),
});

/** A running eligibility check: what is known so far and what was asked last. */
export type Dialogue = z.infer<typeof dialogue>;

export const unknownGiven: EligibilityGiven = {
  exportValue: null,
  year: null,
  province: null,
  listed: null,
};

const keyOf = (identity: ChatIdentity): string => `dialogue:${identity.id}`;

/** Null when none is running, or it is too old. */
export async function loadDialogue(
  store: ConversationStore,
  identity: ChatIdentity,
  now: Date,
): Promise<Dialogue | null> {
  const stored = dialogue.safeParse(await store.load(keyOf(identity)));
  if (!stored.success) return null;
  return now.getTime() - Date.parse(stored.data.at) > forgottenAfterMs ? null : stored.data;
}

export const saveDialogue = (
  store: ConversationStore,
  identity: ChatIdentity,
  state: Dialogue | null,
): Promise<void> => store.save(keyOf(identity), state);
