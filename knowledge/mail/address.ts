/** RFC 5321: 64 octets before the @, 254 in all. */
const longest = 254;
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One mail address as it is written to, its domain in lower case; null for anything else. Several addresses, names, quotes,
 * comments, blanks and line breaks are no address: nothing can be smuggled into a header or to a second recipient.
 */
export function mailAddress(typed: string): string | null {
  // Chinese keyboards give ＠ and 。 for @ and the dot.
  const text = typed.trim().normalize('NFKC').replaceAll('。', '.');
  if (text.length > longest) return null;
  const [name = '', host = '', ...more] = text.split('@');
  const at = host.toLowerCase();
  return more.length === 0 && name.length <= 64 && local.test(name) && domain.test(at)
    ? `${name}@${at}`
    : null;
}

/** Enough to know one's own address by, and too little to write to it. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at);
  const shown = name.length <= 2 ? name.slice(0, 1) : `${name.slice(0, 1)}***${name.slice(-1)}`;
  return `${shown.length === 1 ? `${shown}***` : shown}${address.slice(at)}`;
}
