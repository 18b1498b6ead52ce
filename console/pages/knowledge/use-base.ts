import { useState } from 'react';
import type { Revision } from './workbench.ts';

/**
 * The revision that a part is edited on. What others change elsewhere is no conflict: while the part itself is as it was, the
 * edit is made on the latest.
 */
export function useBase(
  revision: Revision,
  /** As the latest revision has it. */
  part: unknown,
): [number, (number: number, edited: unknown) => void] {
  const now = JSON.stringify(part);
  const [made, setMade] = useState({ number: revision.number, part: now });
  const number = now === made.part ? Math.max(revision.number, made.number) : made.number;
  return [number, (on, edited) => setMade({ number: on, part: JSON.stringify(edited) })];
}
