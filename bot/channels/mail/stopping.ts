import type { Mailbox } from '../../../activities/ports/mail.ts';
import type { Stores } from '../../../activities/ports/store.ts';

export type StopAction = 'stop' | 'resume' | 'remove';

/** What the link in a mail leads to. */
export interface MailStopping {
  /** Whether reminders of all the reader's firms are stopped; null for a link that is nobody's, or no longer. Changes nothing. */
  look(token: string): Promise<{ stopped: boolean } | null>;
  /** False for a link that is nobody's. The same twice is once. */
  act(token: string, action: StopAction): Promise<boolean>;
}

/**
 * The same as what the person says in a chat: reminders of all its firms stop, on every channel; what is official is still told.
 * A token leads to one mailbox and its person's own wishes, and to nothing that could be read.
 */
export function createMailStopping(
  stores: Pick<Stores, 'mail' | 'identities' | 'contacts' | 'audit'>,
): MailStopping {
  const { mail, identities, contacts, audit } = stores;

  async function isStopped({ identityId }: Mailbox): Promise<boolean> {
    for (const { uscc } of await identities.linkedFirms(identityId)) {
      const contact = (await identities.contactsOf(uscc)).find(({ id }) => id === identityId);
      if (contact?.remindersStopped !== true) return false;
    }
    return true;
  }

  async function setReminders({ identityId }: Mailbox, remindersStopped: boolean): Promise<void> {
    for (const { uscc } of await identities.linkedFirms(identityId)) {
      await contacts.setWishes(identityId, uscc, { remindersStopped });
      const action = remindersStopped ? 'wish.stop' : 'wish.resume';
      await audit.record({ actor: identityId, action, target: uscc, outcome: 'set' });
    }
  }

  return {
    async look(token) {
      const mailbox = await mail.byStopToken(token);
      return mailbox === null ? null : { stopped: await isStopped(mailbox) };
    },

    async act(token, action) {
      const mailbox = await mail.byStopToken(token);
      if (mailbox === null) return false;
      const { identityId } = mailbox;
      if (action !== 'remove') {
        await setReminders(mailbox, action === 'stop');
        return true;
      }
      await mail.remove(identityId);
      await audit.record({
        actor: identityId,
        action: 'wish.mailRemoved',
        target: identityId,
        outcome: 'set',
      });
      return true;
    },
  };
}
