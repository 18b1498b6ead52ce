/** Names one act, so that it is done once however often it is sent. Also where the page came without HTTPS, which has no UUIDs. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
