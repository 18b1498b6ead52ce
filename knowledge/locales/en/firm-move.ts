import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';
import type { firmMove as zhFirmMove } from '../zh-CN/firm-move.ts';
import { enrollment } from './enrollment.ts';

const standing = ({ status, step }: { status: OfficialStatus; step: ReportedStep | null }): string =>
  `${enrollment.statusLabels[status]}${step === null ? '' : `, the firm reports “${enrollment.stepLabels[step]}”`}`;

export const firmMove: typeof zhFirmMove = {
  describe: {
    firm: 'one firm: its credit code is corrected, or it merges into another',
    move: 'move a firm to another unified social credit code: a corrected one, or that of the firm it merged into; without --yes only a preview',
    oldUscc: 'unified social credit code now',
    newUscc: 'unified social credit code from now on',
    keep: 'whose standing goes on where both are enrolled: old (the one that goes) or new (the one that stays)',
    yes: 'really move it',
  },
  problem: {
    sameCode: 'Both codes are the same; there is nothing to move.',
    oldUnknown: (p) => `No firm has the code ${p.uscc}; check it and try again.`,
    oldGone: (p) =>
      `${p.uscc} is a former code; the firm now has ${p.now}. To move it on, start from ${p.now}.`,
    newGone: (p) =>
      `${p.uscc} is a former code that was given up; the firm now has ${p.now}. A code that was given up cannot be used again.`,
    otherMode: (p) => `${p.uscc} is the code of a sample firm, which real data cannot have.`,
    movingElsewhere: (p) =>
      `This firm is on its way to another code (${p.to}), and that move was broken off; complete that one first.`,
    targetMoves: (p) =>
      `The firm of ${p.uscc} is itself on its way to another code (${p.to}), and that move was broken off; complete that one first, then move to ${p.to}.`,
    oldIsFurther: (p) =>
      `Both firms are enrolled in ${p.packId}. The one that goes has come further (${standing(p.old)}); the one that stays: ${standing(p.own)}. Add --keep old (the one that goes counts) or --keep new (the one that stays counts).`,
  },
  corrected: (p) => `Corrected code: ${p.name} (${p.city}), ${p.from} → ${p.to}.`,
  merged: (p) => `Merger: ${p.name} (${p.from}) merges into ${p.into} (${p.city}, ${p.to}).`,
  continues: (p) =>
    `  ${p.packId}: ${standing(p)}. Status, step, history and reminder counts go on as they are.`,
  keepsNew: (p) =>
    `  ${p.packId}: the one that stays counts (${standing(p.own)}); the one that goes (${standing(p.old)}) ends, its history is kept.`,
  keepsOld: (p) =>
    `  ${p.packId}: the one that goes counts (${standing(p.old)}) and goes on with the firm that stays, which stood at: ${standing(p.own)}; its history is kept.`,
  noEnrollment: '  No enrollment is tracked; only the firm and its contacts move.',
  along: (p) =>
    `${p.contacts} contact(s) come along and need not link again; so do invitation codes, the officer, records of messages and places on lists. The old code still finds the firm. Nobody is written to.`,
  irreversible: 'A move cannot be undone: the old code cannot be used again.',
  preview: 'This was only a preview; nothing was changed. When it is right, add --yes.',
  done: (p) => `Moved: ${p.name} now has the code ${p.to}.`,
  already: (p) => `Moved before: ${p.from} is now ${p.to} (${p.name}).`,
  stillSending:
    'A message under the old code is still on its way, and the move waits for its end. The firm is not reminded under the old code any more; run the same command again in a few minutes.',
  formerOnList: (p) =>
    `${p.count} row(s) have a code that the firm had before; nothing was written for them. Put the new code on the list (tongbao status with the old one shows it):`,
  yearMark: (p) => `[${p.year}] `,
  named: (p) => `${p.name} (${p.former})`,
  former: (p) =>
    [
      ...(p.names.length === 0 ? [] : [`formerly ${p.names.join(', ')}`]),
      ...(p.codes.length === 0 ? [] : [`former code ${p.codes.join(', ')}`]),
    ].join('; '),
};
