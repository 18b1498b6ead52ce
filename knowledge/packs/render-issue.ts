import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import type { PackIssue } from './issues.ts';

/** One line for one issue. */
export function renderIssue(issue: PackIssue, locale: Locale): string {
  // The table has one text per code, each for its own issue: looked up by the issue's code, the types agree.
  const say = textsFor(locale).pack.check.issue[issue.code] as (issue: PackIssue) => string;
  return say(issue);
}
