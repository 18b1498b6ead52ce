import type { AskContext } from '../../../knowledge/answering/types.ts';

/** The talk so far, in a group that asks of one pack: without a turn before, that pack is meant. */
export const packContext = (packId: string | null, before: AskContext | undefined): AskContext | undefined =>
  packId === null || before?.pack !== undefined
    ? before
    : {
        ...{ topic: null, subject: null, question: '', offered: [], clarified: 0 },
        ...before,
        pack: packId,
      };
