export interface SmallestInput {
  id: string;
  /** Reminders of the cadence. */
  reminders: number;
  /** An update's work is saved after the workflow task that took it, as ours is: nobody sees what a crash then undoes. */
  durable: boolean;
}

export interface SmallestState {
  status: string;
  step: string | null;
  remindersDue: number;
  nextReminderAt: string | null;
  version: number;
}

/** What our own updates carry too: the event, where it comes from, and the new step or status. */
export interface SmallestUpdate {
  eventId: string;
  source: string;
  actor: string;
  value: string;
}
