import { describe, expect, it } from 'vitest';
import { looksLikeFollowUp, mayAssist, mayReplace, turnOf } from '../../knowledge/answering/assisted.ts';
import type { Turn } from '../../knowledge/answering/assisted.ts';
import type { SubjectId } from '../../knowledge/answering/subjects.ts';
import type { Answer, PartExplanation } from '../../knowledge/answering/types.ts';

type Part = Partial<PartExplanation> & Pick<PartExplanation, 'outcome'>;

function answerOf(
  parts: Part[],
  alternatives: Answer['alternatives'] = ['payout-ratio', 'max-indemnity'],
): Answer {
  return {
    question: '',
    outcome: parts[0]?.outcome ?? 'handoff',
    topic: null,
    confidence: 0.4,
    alternatives,
    parts: parts.map(({ outcome }) => ({ topic: null, outcome })),
    text: '',
    citations: [],
    explain: parts.map((part) => ({ read: '', subject: null, topics: [], subjects: [], ...part })),
  };
}

const turn = (subject: SubjectId | null = null): Turn => ({
  question: '赔付比例是多少',
  topic: subject === null ? 'payout-ratio' : null,
  subject,
});
const followUp = '那银行拖欠呢';
const untouchable = [
  'other-region',
  'other-year',
  'other-insurer',
  'other-insurance',
  'domestic-trade',
  'injection',
  'promise',
  'private-data',
] as const;

describe('a service may choose', () => {
  it('among what the answerer would offer, or what came close to a question it does not know', () => {
    const offered = ['payout-ratio', 'max-indemnity'];
    expect(mayAssist('赔多少', answerOf([{ outcome: 'clarify' }]), [])).toEqual({ turns: [], offered });
    expect(mayAssist('赔多少', answerOf([{ outcome: 'handoff', subject: 'unknown' }]), [])).toEqual({
      turns: [],
      offered,
    });
  });

  it('nothing where nothing came close', () => {
    expect(mayAssist('赔多少', answerOf([{ outcome: 'handoff', subject: 'unknown' }], []), [])).toBeNull();
  });

  it.each<[string, Answer]>([
    ['what was answered', answerOf([{ outcome: 'answer' }])],
    ['small talk', answerOf([{ outcome: 'smalltalk' }])],
    ['two questions', answerOf([{ outcome: 'clarify' }, { outcome: 'clarify' }])],
    ['a matter that was recognised', answerOf([{ outcome: 'handoff', subject: 'claims' }])],
    ['nothing that explains itself', { ...answerOf([{ outcome: 'clarify' }]), explain: [] }],
  ])('never for %s', (_, answer) => {
    expect(mayAssist('赔多少', answer, [])).toBeNull();
  });
});

describe('a service may complete', () => {
  it('a follow-up that is unknown, or that was taken for a matter that is not treated', () => {
    const unknown = answerOf([{ outcome: 'handoff', subject: 'unknown' }], []);
    expect(mayAssist(followUp, unknown, [turn()])).toEqual({ turns: [turn()], offered: [] });
    // Here it may not choose: the hand-off stands unless the whole question is another.
    const claims = answerOf([{ outcome: 'handoff', subject: 'claims' }]);
    expect(mayAssist(followUp, claims, [turn()])).toEqual({ turns: [turn()], offered: [] });
  });

  it('from two turns at most', () => {
    const turns = [turn('claims'), turn(), turn()];
    expect(mayAssist(followUp, answerOf([{ outcome: 'clarify' }]), turns)?.turns).toHaveLength(2);
  });

  it('nothing that stands on its own', () => {
    expect(looksLikeFollowUp('申请限额要多久', [turn()])).toBe(false);
    expect(looksLikeFollowUp(followUp, [])).toBe(false);
    expect(
      mayAssist('申请限额', answerOf([{ outcome: 'handoff', subject: 'buyer-limit' }]), [turn()]),
    ).toBeNull();
  });
});

describe.each(untouchable)('%s', (subject) => {
  it('is asked about neither itself, nor after it, nor on suspicion of it', () => {
    const unknown = answerOf([{ outcome: 'handoff', subject: 'unknown' }]);
    expect(mayAssist(followUp, unknown, [turn()])).not.toBeNull();
    expect(mayAssist(followUp, answerOf([{ outcome: 'handoff', subject }]), [turn()])).toBeNull();
    expect(mayAssist(followUp, unknown, [turn(subject)])).toBeNull();
    expect(mayAssist(followUp, unknown, [turn(subject), turn()])).toBeNull();
    const suspected = answerOf([{ outcome: 'clarify', subjects: [{ id: subject, score: 9, because: [] }] }]);
    expect(mayAssist(followUp, suspected, [turn()])).toBeNull();
  });
});

it('a rewritten question replaces the first only when it is decided', () => {
  expect(mayReplace(answerOf([{ outcome: 'answer' }]))).toBe(true);
  expect(mayReplace(answerOf([{ outcome: 'handoff', subject: 'other-region' }]))).toBe(true);
  expect(mayReplace(answerOf([{ outcome: 'handoff', subject: 'unknown' }]))).toBe(false);
  expect(mayReplace(answerOf([{ outcome: 'clarify' }]))).toBe(false);
  expect(mayReplace(answerOf([{ outcome: 'answer' }, { outcome: 'answer' }]))).toBe(false);
});

it('a turn keeps what it was handed over for', () => {
  expect(turnOf('浙江呢', answerOf([{ outcome: 'handoff', subject: 'other-region' }])).subject).toBe(
    'other-region',
  );
});
