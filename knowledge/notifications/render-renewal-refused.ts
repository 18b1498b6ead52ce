import type { Locale } from '../answering/types.ts';
import { encodeCallback } from '../callbacks.ts';
import { renderReason } from '../eligibility/render.ts';
import type { EligibilityReason } from '../eligibility/types.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import { citationOf, formatCitation } from '../packs/render.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { RenewalRefusal } from '../renewal/refusals.ts';

/**
 * Why a firm does not go over into the next year's pack: each rule in a sentence, with the limits of that pack. `codes` and
 * `givenUsd` as they were judged; whoever sees a mistake in them can say so.
 */
export function renderRenewalRefused(
  { firm, data, next }: { firm: string; data: Record<string, string | number | null>; next: PolicyPack },
  locale: Locale,
): OutboundMessage {
  const all = textsFor(locale);
  const { refused } = all.renewal;
  const { baseYear } = next.eligibility;
  const codes = String(data['codes'] ?? '').split(',') as RenewalRefusal[];
  const givenUsd = data['givenUsd'] == null ? null : Number(data['givenUsd']);
  return {
    paragraphs: [
      refused.head({ firm, year: next.policyYear, baseYear }),
      ...codes.map((code) => sentence(code, givenUsd, next, locale)),
      refused.policyStands,
      refused.next({ contacts: all.answering.topicLabels.contacts }),
    ],
    buttons: [
      [
        {
          kind: 'callback',
          label: all.answering.topicLabels.contacts,
          data: encodeCallback({ verb: 'topic', topic: 'contacts', locale }),
        },
      ],
    ],
    citation: formatCitation(citationOf(next, next.eligibility, locale), locale),
  };
}

function sentence(code: RenewalRefusal, givenUsd: number | null, next: PolicyPack, locale: Locale): string {
  const { lowerUsd, upperUsd, baseYear, approvedListPublisher: publisher } = next.eligibility;
  const reason = ((): EligibilityReason | null => {
    switch (code) {
      case 'valueBelow':
        return lowerUsd === null || givenUsd === null
          ? null
          : { code, givenUsd, limitUsd: lowerUsd, baseYear };
      case 'valueAbove':
        return upperUsd === null || givenUsd === null
          ? null
          : { code, givenUsd, limitUsd: upperUsd, baseYear };
      case 'notListed':
        return { code, publisher };
      case 'valueUnknown':
        return null;
    }
  })();
  return reason === null
    ? textsFor(locale).renewal.refused.valueUnknown({ baseYear })
    : renderReason(next, reason, baseYear, locale);
}
