import type { IdentityStore } from '../../activities/ports/store.ts';
import { languageOf } from '../../knowledge/answering/text/language.ts';
import type { Locale } from '../../knowledge/answering/types.ts';

/**
 * For a channel that does not say which language a person's client speaks: it is that of what they write, or in private wrote
 * before.
 */
export async function writtenLocale(
  identities: Pick<IdentityStore, 'upsertIdentity'>,
  { channel, externalUserId, text, isPrivate }: Written,
): Promise<Locale> {
  // A command and its code are in no language.
  const written = text.startsWith('/') && !text.startsWith('/ask') ? null : languageOf(text);
  if (written !== null || !isPrivate) return written ?? 'zh-CN';
  return (await identities.upsertIdentity({ channel, externalUserId })).locale;
}

interface Written {
  channel: string;
  externalUserId: string;
  /** As it was typed. */
  text: string;
  isPrivate: boolean;
}
