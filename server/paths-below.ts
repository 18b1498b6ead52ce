/** Also below the path of the public URL: some proxies cut it off before they pass a request on, and some do not. */
export function pathsBelow(publicUrl: string | null, path: string): string[] {
  const prefix = prefixOf(publicUrl);
  return prefix === '' ? [path] : [path, `${prefix}${path}`];
}

/** Empty for none, and for one with characters that mean something in a route. */
function prefixOf(publicUrl: string | null): string {
  const pathname = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
  return /^(\/[\w.~-]+)+$/.test(pathname) ? pathname : '';
}
