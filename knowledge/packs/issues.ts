import type { Locale } from '../answering/types.ts';
import type { ReportedStep } from '../enrollment/state.ts';
import type { TopicId } from '../topics.ts';
import type { PackGroup } from './groups.ts';

/** What is wrong with a pack. `path` is where in the pack; sentences live in the locales. */
export type PackIssue =
  | { code: 'schema'; path: string; detail: string }
  | { code: 'idTooLong'; path: string; id: string; longest: number }
  | { code: 'textMissing'; path: string }
  | { code: 'placeholderUnresolved'; path: string; placeholder: string }
  | { code: 'topicMissing'; topic: TopicId }
  | { code: 'topicTwice'; topic: TopicId }
  | { code: 'numberInProse'; path: string; found: string }
  | { code: 'sourceUnknown'; path: string; source: string }
  | { code: 'sectionUnknown'; path: string; section: string }
  | { code: 'citeUnresolved'; path: string; cite: string }
  | { code: 'stepWithoutGuide'; step: ReportedStep }
  | { code: 'stepTwice'; step: ReportedStep }
  | { code: 'stepsOutOfOrder'; step: ReportedStep }
  | { code: 'boundsOrder'; lowerUsd: number; upperUsd: number }
  | { code: 'periodOrder'; from: string; to: string }
  | { code: 'glossMissing'; path: string; name: string }
  | { code: 'questionTwice'; question: string; topic: TopicId; other: TopicId }
  | { code: 'groupToFill'; group: PackGroup; step: number; total: number }
  | { code: 'patternText'; group: PackGroup; path: string; text: string }
  | { code: 'currencyMismatch'; path: string }
  | { code: 'amendmentStale'; path: string; field: string; after: string }
  | { code: 'otherPack'; path: string; id: string }
  | { code: 'notVerified'; path: string }
  | { code: 'fictionalChanged'; path: string }
  | { code: 'cityUnknown'; path: string; city: string };

export const packLocales: readonly Locale[] = ['zh-CN', 'en'];
