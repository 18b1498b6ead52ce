/** Splits `USCC rest of the line`; the code in capitals. Null when the first word is no code. */
export function usccAndRest(args: string): { uscc: string; rest: string } | null {
  const match = /^([0-9a-z]{18})(?:\s+(.*))?$/is.exec(args.trim());
  return match === null ? null : { uscc: (match[1] ?? '').toUpperCase(), rest: (match[2] ?? '').trim() };
}
