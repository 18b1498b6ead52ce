import type { Answer } from '../../../knowledge/answering/types.ts';
import { isLeftToTheOffice } from '../../../knowledge/misses/office-answers.ts';
import { createParticulars } from '../../../knowledge/misses/particulars.ts';
import type { Particulars } from '../../../knowledge/misses/grouping.ts';
import type { Alike, OfficeAnswer } from '../../../knowledge/misses/types.ts';
import { packOf } from '../handlers/answer-message.ts';
import type { EnginePorts } from '../ports.ts';
import { alikeByWords } from './question-text.ts';

export type OfficeAnswerPorts = Pick<EnginePorts, 'pack' | 'alike' | 'log'> & {
  stores: Pick<EnginePorts['stores'], 'officeAnswers'>;
};

/** How a question is compared with those that the office answered. */
export const measureOf = ({
  alike,
  pack,
}: OfficeAnswerPorts): { alike: Alike; particulars: Particulars } => ({
  alike: alike ?? alikeByWords,
  particulars: createParticulars(pack),
});

/** Those that may fit; read each time, since another process may have added or withdrawn one. */
export async function officeAnswers(
  { stores, pack, log }: OfficeAnswerPorts,
  answer: Answer,
): Promise<OfficeAnswer[]> {
  if (!isLeftToTheOffice(answer)) return [];
  try {
    const current = await stores.officeAnswers.current(pack.id);
    const otherPackId = packOf(answer) ?? null;
    return current.filter((kept) => kept.otherPackId === otherPackId);
  } catch (error) {
    log.warn('officeAnswers.notRead', { error });
    return [];
  }
}
