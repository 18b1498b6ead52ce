/** The one-time code in a command's output. */
export function codeIn(output: string): string {
  const code = /\b(?=[0-9A-Z]*\d)[0-9A-HJKMNP-TV-Z]{10}\b/.exec(output)?.[0];
  if (code === undefined) throw new Error(`no code in: ${output}`);
  return code;
}
