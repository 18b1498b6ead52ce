import type { FirmContact } from '../../../../activities/ports/store.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import type { PrivateContext } from '../../private-context.ts';
import { message } from '../../replies.ts';

/** Whose place was taken away hears it where they are written to first; who did it is not said. */
export async function tellRemoved(
  { ports }: PrivateContext,
  firm: string,
  channels: readonly FirmContact[],
): Promise<void> {
  const [to] = channels
    .filter(({ privateChatId, blocked }) => privateChatId !== null && !blocked)
    .sort((a, b) => a.preference - b.preference);
  if (to === undefined || ports.tell === undefined) return;
  try {
    await ports.tell(to, message([textsFor(to.locale).people.remove.told({ firm })]));
  } catch (error) {
    ports.log.warn('contact.removedNotTold', { identityId: to.id, error });
  }
}
