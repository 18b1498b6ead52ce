/** What the audit holds of one act. `actor` and `target` are IDs. */
export interface AuditEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  actor: string;
  action: string;
  target: string;
  outcome: string;
  detail: string | null;
}

export interface AuditFilter {
  actor?: string;
  /** What it begins with: `console.` is all that was done there. */
  action?: string;
  /** Part of it: the code of a firm finds its enrollments too. */
  target?: string;
  /** ISO 8601; from the first, before the second. */
  from?: string;
  to?: string;
}

/** Reads what `AuditStore` records; nothing here changes it. The latest first. */
export interface AuditLog {
  search(
    filter: AuditFilter,
    page: { offset: number; limit: number },
  ): Promise<{ total: number; entries: AuditEntry[] }>;
  /** Everything that anybody was noted to do. */
  actions(): Promise<string[]>;
}
