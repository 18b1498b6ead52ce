/** `/name@addressee rest`, as it is typed on every channel; `addressee` is absent where none is named. */
export function commandIn(
  text: string,
): { name: string; args: string; addressee?: string | undefined } | null {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (match === null) return null;
  const [, name = '', addressee, args = ''] = match;
  return { name: name.toLowerCase(), args: args.trim(), addressee };
}
