import { judgeEligibility } from '../../../knowledge/eligibility/judge.ts';
import { renderVerdict } from '../../../knowledge/eligibility/render.ts';
import type { EligibilityGiven } from '../../../knowledge/eligibility/types.ts';
import type { Button } from '../../../knowledge/message.ts';
import { formatCitation } from '../../../knowledge/packs/render.ts';
import type { HandleResult } from '../../model.ts';
import { shanghaiYear } from '../dates.ts';
import { loadDialogue, saveDialogue, unknownGiven } from '../dialogue.ts';
import type { Dialogue } from '../dialogue.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';

type Asking = NonNullable<Dialogue['asking']>;

/** /eligible or 我们有资格吗: starts the dialogue, or answers at once where the sentence holds the number. */
export function eligibility(context: PrivateContext, said: Partial<EligibilityGiven>): Promise<HandleResult> {
  const given = { ...unknownGiven, ...said };
  return given.exportValue === null ? askNext(context, given) : giveVerdict(context, given);
}

/** The button that starts the check, or goes on with what was said in the last half hour. */
export async function startOrGoOn(context: PrivateContext): Promise<HandleResult> {
  const running = await loadDialogue(
    context.ports.stores.conversations,
    context.identity,
    context.ports.clock.now(),
  );
  return askNext(context, running?.asking === null ? running.given : unknownGiven);
}

/** Asks for what is missing, in the order value, province, list; the verdict when nothing is. */
export function askNext(context: PrivateContext, given: EligibilityGiven): Promise<HandleResult> {
  const missing = nextMissing(given);
  return missing === null ? giveVerdict(context, given) : askFor(context, missing, given);
}

export async function askFor(
  context: PrivateContext,
  asking: Asking,
  given: EligibilityGiven,
): Promise<HandleResult> {
  await remember(context, asking, given);
  return say(...questionFor(context, asking));
}

export function questionFor(
  { ports, texts }: PrivateContext,
  asking: Asking,
): [paragraphs: string, buttons: Button[][]] {
  const { button, eligibility: sentences } = texts.bot;
  const { province, baseYear } = ports.pack.eligibility;
  const yes = tap(button.yes, { verb: 'eligibility', answer: 'yes' });
  const no = tap(button.no, { verb: 'eligibility', answer: 'no' });
  const unknown = tap(button.unknown, { verb: 'eligibility', answer: 'unknown' });
  switch (asking) {
    case 'value':
      return [sentences.askValue({ year: baseYear }), []];
    case 'province':
      return [sentences.askProvince({ province }), [[yes, no]]];
    case 'listed':
      return [sentences.askListed, [[yes, no, unknown]]];
  }
}

async function giveVerdict(context: PrivateContext, given: EligibilityGiven): Promise<HandleResult> {
  const { ports, texts, locale } = context;
  const verdict = judgeEligibility(ports.pack, given, shanghaiYear(ports.clock.now()));
  const { paragraphs, citation } = renderVerdict(ports.pack, verdict, locale);
  // The value was given in another unit or of another year: ask for it again before anything else.
  const usable = verdict.verdict !== 'needMore';
  const missing = usable ? nextMissing(given) : 'value';
  const open = verdict.verdict !== 'notEligible' && missing !== null;
  await remember(context, usable ? null : 'value', given);
  const goOn = open && usable;
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
        verdict.verdict === 'notEligible'
          ? tap(texts.answering.topicLabels.contacts, { verb: 'topic', topic: 'contacts' })
          : tap(texts.answering.topicLabels['how-to-apply'], { verb: 'topic', topic: 'how-to-apply' }),
      ],
    ],
    formatCitation(citation, locale),
  );
}

const nextMissing = (given: EligibilityGiven): Asking | null => {
  if (given.exportValue === null) return 'value';
  if (given.province === null) return 'province';
  return given.listed === null ? 'listed' : null;
};

const remember = (
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
