/** What became of a question on the policy: answered wholly, handed to a person, or answered and found useless by its asker. */
export type QuestionFate = 'answered' | 'handedOff' | 'useless';

/** Whose question it was: somebody's in private, or somebody's in a group. */
export type AskedBy =
  | { kind: 'private'; channel: string; externalUserId: string }
  | { kind: 'group'; channel: string; chatId: string };

/** Of one day in China (`YYYY-MM-DD`) and one city; the city is null where the asker's is not known, or is several. */
interface QuestionCount extends Record<QuestionFate, number> {
  date: string;
  city: string | null;
}

/** How many questions were asked: numbers only, neither words nor askers. */
export interface QuestionCountStore {
  /** `date`: the day in China. The city is that of the asker's firm, or what the group is set to. */
  count(c: { packId: string; date: string; fate: QuestionFate; by: AskedBy }): Promise<void>;
  /** From `from` on, by day. `cities` null: all, also those of nowhere. */
  since(packId: string, from: string, cities: readonly string[] | null): Promise<QuestionCount[]>;
}
