import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';

type Ids = 'listCannedReplies' | 'saveCannedReply' | 'removeCannedReply';

/** Words that the office keeps to answer with; what somebody else changed meanwhile is not written over. */
export function cannedReplyHandlers({ tickets: { canned }, audit, clock }: ConsolePorts): Handlers<Ids> {
  const note = async (actor: string, action: string, id: number): Promise<void> =>
    audit.record({ actor, action: `console.${action}`, target: `cannedReply/${id}`, outcome: 'done' });

  return {
    listCannedReplies: async () => ({ replies: await canned.list() }),

    saveCannedReply: async ({ viewer, body: { known, ...given } }) => {
      const { staffId } = viewer.account;
      const by = { staffId, at: clock.now().toISOString() };
      const [title, text] = [staffWords(given.title).replaceAll('\n', ' '), staffWords(given.text)];
      if (title === '' || text === '') throw new Refused('textMissing');
      if (known === null) {
        const { id } = await canned.add({ title, text }, by);
        await note(staffId, 'addCannedReply', id);
        return {};
      }
      if (!(await canned.change({ ...known, title, text }, by))) throw new Refused('cannedChanged');
      await note(staffId, 'changeCannedReply', known.id);
      return {};
    },

    removeCannedReply: async ({ viewer, body }) => {
      if (!(await canned.remove(body))) throw new Refused('cannedChanged');
      await note(viewer.account.staffId, 'removeCannedReply', body.id);
      return {};
    },
  };
}
