/** In parts: a call takes no more arguments than fit on the stack. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_190)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 8_190))));
  return parts.join('');
}
