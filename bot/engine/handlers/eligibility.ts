import { isDecided, judgeEligibility } from '../../../knowledge/eligibility/judge.ts';
import { provinceName } from '../../../knowledge/eligibility/provinces.ts';
import { renderValue, renderVerdict } from '../../../knowledge/eligibility/render.ts';
import type { EligibilityGiven, EligibilityVerdict } from '../../../knowledge/eligibility/types.ts';
import type { Button } from '../../../knowledge/message.ts';
import { formatCitation } from '../../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import type { HandleResult } from '../../model.ts';
import { shanghaiYear } from '../dates.ts';
import { loadDialogue, saveDialogue, unknownGiven } from '../dialogue.ts';
import type { Dialogue } from '../dialogue.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';

type Asking = NonNullable<Dialogue['asking']>;

/**
 * /eligible or 我们有资格吗: starts the dialogue, or answers at once where the sentence holds the number. A number soon
 * after a verdict takes the place of the one that was judged; the rest that is known stays.
 */
export async function eligibility(
  context: PrivateContext,
  said: Partial<EligibilityGiven>,
): Promise<HandleResult> {
  const { exportValue = null } = said;
  const earlier = exportValue === null ? null : await verdictGivenOn(context);
  const given = { ...(earlier ?? unknownGiven), ...said };
  return exportValue === null ? askNext(context, given) : giveVerdict(context, given, judge(context, given));
}

/** What the last verdict was given on; null when there was none lately. */
async function verdictGivenOn({ ports, identity }: PrivateContext): Promise<EligibilityGiven | null> {
  const running = await loadDialogue(ports.stores.conversations, identity, ports.clock.now());
  // The verdict named the year that counts.
  return running?.asking === null ? { ...running.given, year: ports.pack.eligibility.baseYear } : null;
}

/** The button that starts the check, or goes on with what was said in the last half hour. */
export async function startOrGoOn(context: PrivateContext): Promise<HandleResult> {
  const running = await loadDialogue(
    context.ports.stores.conversations,
    context.identity,
    context.ports.clock.now(),
  );
  if (running === null) return askNext(context, unknownGiven);
  if (running.asking !== null) return askFor(context, running.asking, running.given);
  const settled =
    isDecided(judge(context, running.given)) || nextMissing(context.ports.pack, running.given) === null;
  return askNext(context, settled ? unknownGiven : running.given);
}

/** Asks for what is missing, in the order value, province, list; the verdict when nothing is, or nothing can change it. */
export function askNext(
  context: PrivateContext,
  given: EligibilityGiven,
  { valueSaid = false } = {},
): Promise<HandleResult> {
  const { pack } = context.ports;
  const verdict = judge(context, given);
  const missing = nextMissing(pack, given);
  const unusable = verdict.verdict === 'needMore' && given.exportValue !== null;
  if (isDecided(verdict) || unusable || missing === null) return giveVerdict(context, given, verdict);
  return askFor(context, missing, given, valueSaid ? renderValue(pack, verdict, context.locale) : []);
}

const judge = ({ ports }: PrivateContext, given: EligibilityGiven): EligibilityVerdict =>
  judgeEligibility(ports.pack, given, shanghaiYear(ports.clock.now()));

export async function askFor(
  context: PrivateContext,
  asking: Asking,
  given: EligibilityGiven,
  lead: string[] = [],
): Promise<HandleResult> {
  await remember(context, asking, given);
  const [question, buttons] = questionFor(context, asking);
  return say([...lead, question], buttons);
}

export function questionFor(
  { ports, texts, locale }: PrivateContext,
  asking: Asking,
): [question: string, buttons: Button[][]] {
  const { button, eligibility: sentences } = texts.bot;
  const { baseYear } = ports.pack.eligibility;
  const yes = tap(button.yes, { verb: 'eligibility', answer: 'yes' });
  const no = tap(button.no, { verb: 'eligibility', answer: 'no' });
  const unknown = tap(button.unknown, { verb: 'eligibility', answer: 'unknown' });
  switch (asking) {
    case 'value':
      return [sentences.askValue({ year: baseYear }), []];
    case 'province':
      return [sentences.askProvince({ province: provinceName(ports.pack, locale) }), [[yes, no]]];
    case 'listed':
      return [sentences.askListed, [[yes, no, unknown]]];
  }
}

async function giveVerdict(
  context: PrivateContext,
  given: EligibilityGiven,
  verdict: EligibilityVerdict,
): Promise<HandleResult> {
  const { ports, texts, locale } = context;
  const { paragraphs, citation } = renderVerdict(ports.pack, verdict, locale);
  // The value was given in another unit or of another year: ask for it again before anything else.
  const usable = verdict.verdict !== 'needMore';
  await remember(context, usable ? null : 'value', given);
  const decided = isDecided(verdict);
  const goOn = usable && !decided && nextMissing(ports.pack, given) !== null;
  return say(
    [...paragraphs, ...(goOn ? [texts.bot.eligibility.goOn] : [])],
    [
      ...(goOn
        ? [
            [
              tap(texts.bot.button.eligibilityGoOn, {
                verb: 'eligibility' as const,
                answer: 'start' as const,
              }),
            ],
          ]
        : []),
      [
        decided
          ? tap(texts.answering.topicLabels.contacts, { verb: 'topic', topic: 'contacts', locale })
          : tap(texts.answering.topicLabels['how-to-apply'], {
              verb: 'topic',
              topic: 'how-to-apply',
              locale,
            }),
      ],
    ],
    formatCitation(citation, locale),
  );
}

const nextMissing = (pack: PolicyPack, given: EligibilityGiven): Asking | null => {
  if (given.exportValue === null) return 'value';
  if (given.province === null) return 'province';
  return given.listed === null && pack.eligibility.approvedListRequired ? 'listed' : null;
};

export const remember = (
  { ports, identity }: PrivateContext,
  asking: Dialogue['asking'],
  given: EligibilityGiven,
): Promise<void> =>
  saveDialogue(ports.stores.conversations, identity, {
    kind: 'eligibility',
    asking,
    given,
    at: ports.clock.now().toISOString(),
  });
