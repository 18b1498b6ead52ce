import { officialStatuses } from '../../knowledge/enrollment/state.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { judgeRenewal } from '../../knowledge/renewal/judge-renewal.ts';
import { renewableStatuses } from '../../knowledge/renewal/opening.ts';
import type { RenewalCandidate, RenewalOutcomeName } from '../ports/renewals.ts';
import type { Stores } from '../ports/store.ts';

/** A firm of this year's pack: what came of it, or what would by the list of today; null where it is not up for renewal. */
export interface RenewalRow {
  firm: RenewalCandidate;
  verdict: RenewalOutcomeName | 'eligible' | null;
  codes: string[];
}

const pageSize = 500;

/** Every firm of this year's pack, ordered by USCC. Writes nothing. */
export async function* renewalRows(
  { renewals }: Pick<Stores, 'renewals'>,
  { pack, next, now }: { pack: PolicyPack; next: PolicyPack; now: string },
): AsyncGenerator<RenewalRow> {
  const scope = { packId: pack.id, nextPackId: next.id, statuses: officialStatuses };
  const renewable = [...renewableStatuses(pack, now), 'renewalOpen'];
  const listComplete = ((await renewals.find(pack.id))?.listCompleteAt ?? null) !== null;
  let afterUscc: string | undefined;
  for (;;) {
    const page = await renewals.candidates(scope, {
      limit: pageSize,
      ...(afterUscc === undefined ? {} : { afterUscc }),
    });
    for (const firm of page) {
      if (firm.outcome !== null) yield { firm, verdict: firm.outcome, codes: firm.codes };
      else if (!renewable.includes(firm.officialStatus)) yield { firm, verdict: null, codes: [] };
      else yield { firm, ...judged(firm, next, listComplete) };
    }
    afterUscc = page.at(-1)?.uscc;
    if (afterUscc === undefined || page.length < pageSize) return;
  }
}

function judged(
  { officialStatus, listing }: RenewalCandidate,
  next: PolicyPack,
  listComplete: boolean,
): Pick<RenewalRow, 'verdict' | 'codes'> {
  if (officialStatus === 'renewalOpen') return { verdict: 'eligible', codes: [] };
  const verdict = judgeRenewal(next, listing, { listComplete });
  if (verdict.outcome === 'eligible') return { verdict: 'eligible', codes: [] };
  const codes = verdict.outcome === 'notEligible' ? verdict.codes : [verdict.missing];
  return { verdict: verdict.outcome, codes };
}
