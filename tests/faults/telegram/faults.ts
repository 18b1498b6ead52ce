import { chance } from '../random.ts';

/**
 * What may happen to a call: whether the message is taken all the same, and what the caller can know of it. `refused` says
 * surely that it was not taken; `ambiguous` leaves both open.
 */
const faults = {
  rateLimited: { accepts: false, tells: 'refused' },
  serverError: { accepts: false, tells: 'ambiguous' },
  badGateway: { accepts: false, tells: 'ambiguous' },
  errorAfterAccepting: { accepts: true, tells: 'ambiguous' },
  cutBeforeAccepting: { accepts: false, tells: 'ambiguous' },
  cutAfterAccepting: { accepts: true, tells: 'ambiguous' },
  halfAnAnswer: { accepts: true, tells: 'ambiguous' },
  silentLost: { accepts: false, tells: 'ambiguous' },
  silentAccepted: { accepts: true, tells: 'ambiguous' },
  slow: { accepts: true, tells: 'accepted' },
} as const satisfies Record<string, { accepts: boolean; tells: Told }>;

export type Told = 'accepted' | 'refused' | 'ambiguous';
export type FaultKind = keyof typeof faults;
const faultKinds = Object.keys(faults) as FaultKind[];
export const effectOf = (kind: FaultKind): { accepts: boolean; tells: Told } => faults[kind];

/** Of a thousand calls. */
export type FaultRates = Record<FaultKind, number>;

export const usualRates: FaultRates = {
  rateLimited: 60,
  serverError: 15,
  badGateway: 8,
  errorAfterAccepting: 10,
  cutBeforeAccepting: 15,
  cutAfterAccepting: 15,
  halfAnAnswer: 5,
  // Each of these holds a sender for its whole timeout.
  silentLost: 2,
  silentAccepted: 2,
  slow: 40,
};

export function faultOf(seed: number, rates: FaultRates, ...call: (string | number)[]): FaultKind | null {
  let left = chance(seed, 'fault', ...call) * 1_000;
  return faultKinds.find((kind) => (left -= rates[kind]) < 0) ?? null;
}
