import type { AssistRequest, Lie, Suggestion } from '../../knowledge/answering/assisted.ts';

/** Why there is no suggestion. A lie is named by what was wrong with it. */
export type LanguageServiceFailure =
  /** No whole answer in time. */
  | 'timeout'
  /** No connection, or one that broke. */
  | 'network'
  /** An HTTP status other than success; a redirect counts too. */
  | 'status'
  | 'tooLarge'
  /** A success that is no chat completion, or one without text (as when the service declines). */
  | 'noText'
  /** Not asked: it failed too often lately. */
  | 'resting'
  | Lie;

export type LanguageServiceResult =
  { ok: true; suggestion: Suggestion } | { ok: false; reason: LanguageServiceFailure };

/**
 * A large language model somewhere else, which may help to understand a question. What it is given has no personal data
 * in it any more, and what it says was checked: it never holds words for the asker. Never throws, tries once, and takes
 * no longer than its settings allow.
 */
export interface LanguageService {
  suggest(request: AssistRequest): Promise<LanguageServiceResult>;
}
