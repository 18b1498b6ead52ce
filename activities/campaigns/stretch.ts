/** How far a campaign came in one go. */
export interface Stretch {
  /** Firms without an outcome. */
  left: number;
  /** How long to wait before the next go. */
  waitMs: number;
}
