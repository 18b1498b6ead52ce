import { usccProblem } from '../../../../knowledge/firms/read-row.ts';
import { normaliseUscc } from '../../../../knowledge/firms/uscc.ts';
import type { Texts } from '../../../../knowledge/locales/index.ts';

/** Splits `USCC rest of the line`; the code in capitals. Null when the first word is no code. */
export function usccAndRest(args: string): { uscc: string; rest: string } | null {
  const match = /^([0-9a-z]{18})(?:\s+(.*))?$/is.exec(args.trim());
  return match === null ? null : { uscc: (match[1] ?? '').toUpperCase(), rest: (match[2] ?? '').trim() };
}

/** What is wrong with the code that a command needs; null when it is a code, or nothing like one was written. */
export function codeProblem(args: string, texts: Texts): string | null {
  const [word = ''] = args.trim().split(/\s+/);
  const uscc = normaliseUscc(word);
  // Digits first, as every code has them: a name or a reason is not a mistyped code.
  if (!/^[0-9]{2}[0-9A-Z]{6,}$/.test(uscc)) return null;
  const problem = usccProblem(uscc);
  return problem === null ? null : `${texts.importing.issue({ column: '', problem })}${texts.commands.stop}`;
}
