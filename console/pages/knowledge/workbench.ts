import { useCallback } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { useReading } from '../../shell/use-call.ts';
import type { Reading } from '../../shell/use-call.ts';

export type KnowledgeState = Schemas['Knowledge'];
export type Revision = Schemas['RevisionContent'];
export type Issue = Schemas['PackIssue'];

/** What every part of the page works with. */
export interface Workbench {
  state: KnowledgeState;
  mayEdit: boolean;
  /** Reads anew how the pack stands. */
  changed: () => void;
}

export interface LocalText {
  'zh-CN': string;
  en: string;
}
export interface FaqEntry {
  topic: string;
  questions: string[];
  questionsEn: string[];
  short: LocalText;
  details: LocalText[];
  cites: string[];
}
/** As far as the pages look into it; the server checks its form. */
export type PackContent = Record<string, unknown> & { faq: FaqEntry[] };

export const contentOf = (revision: Revision): PackContent => revision.content as PackContent;

export interface Edits {
  groups: Record<string, unknown>;
  faq: FaqEntry[];
  removed: string[];
}
export const noEdits: Edits = { groups: {}, faq: [], removed: [] };

/** Facts and answers of a revision. */
export function useRevision(packId: string, number: number): Reading<Revision> {
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/knowledge/revision', { body: { packId, number } })),
    [packId, number],
  );
  return useReading(read);
}
