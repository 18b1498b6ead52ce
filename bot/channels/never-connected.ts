/** The connection was never made, so nothing can have been sent. */
const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether an error of the line says so, itself or in what it came from. `causeOf`: where a vendor's client keeps that. */
export const wasNeverConnected = (
  error: unknown,
  causeOf: (error: Error) => unknown = ({ cause }) => cause,
): boolean => codesOf(error, causeOf).some((code) => codes.has(code));

function codesOf(error: unknown, causeOf: (error: Error) => unknown): string[] {
  const found: string[] = [];
  for (let e: unknown = error; e instanceof Error && found.length < 10; e = causeOf(e)) {
    if ('code' in e && typeof e.code === 'string') found.push(e.code);
    if (e instanceof AggregateError) found.push(...e.errors.flatMap((one) => codesOf(one, causeOf)));
  }
  return found;
}
