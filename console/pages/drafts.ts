/** What was written and not yet sent: kept while the console is open, also over a session that ended, for whoever wrote it alone. */
const drafts = new Map<string, string>();

export const draftOf = (staffId: string, ticketId: number): string =>
  drafts.get(`${staffId}/${ticketId}`) ?? '';

export function keepDraft(staffId: string, ticketId: number, text: string): void {
  if (text === '') drafts.delete(`${staffId}/${ticketId}`);
  else drafts.set(`${staffId}/${ticketId}`, text);
}
