import { z } from 'zod';
import type { ChatIdentity, ConversationStore } from '../../../activities/ports/store.ts';
import { allTopicIds } from '../../../knowledge/topics.ts';

/** Answers that somebody may still call useful or not; of older ones the question is forgotten. */
const most = 5;

const rated = z.array(
  z.object({
    ref: z.string(),
    text: z.string(),
    locale: z.enum(['zh-CN', 'en']),
    topic: z.enum(allTopicIds).nullable(),
    /** Where it is not the office's own; absent in what was stored before. */
    pack: z.string().nullable().default(null),
  }),
);
export type Rated = z.infer<typeof rated>[number];

const keyOf = (identity: ChatIdentity): string => `rated:${identity.id}`;

async function load(store: ConversationStore, identity: ChatIdentity): Promise<Rated[]> {
  const stored = rated.safeParse(await store.load(keyOf(identity)));
  return stored.success ? stored.data : [];
}

/** Keeps a question without personal data until its answer is rated. */
export async function awaitRating(
  store: ConversationStore,
  identity: ChatIdentity,
  entry: Rated,
): Promise<void> {
  const others = await load(store, identity);
  await store.save(keyOf(identity), [...others, entry].slice(-most));
}

/** The question behind a button, once; null when it was rated before or is too old. */
export async function takeRated(
  store: ConversationStore,
  identity: ChatIdentity,
  ref: string,
): Promise<Rated | null> {
  const all = await load(store, identity);
  const found = all.find((entry) => entry.ref === ref) ?? null;
  if (found === null) return null;
  const rest = all.filter((entry) => entry !== found);
  await store.save(keyOf(identity), rest.length === 0 ? null : rest);
  return found;
}
