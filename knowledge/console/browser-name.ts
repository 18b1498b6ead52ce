/** In order: most browsers also name the ones that they are like. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bMicroMessenger\//, 'WeChat'],
  [/\bEdgA?\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** `Chrome, Windows`: enough for somebody to know the own devices by; null for a program that is none we know. */
export function browserName(userAgent: string | undefined): string | null {
  const nameIn = (table: typeof browsers): string[] =>
    table
      .filter(([pattern]) => pattern.test(userAgent ?? ''))
      .map(([, name]) => name)
      .slice(0, 1);
  const names = [...nameIn(browsers), ...nameIn(systems)];
  return names.length === 0 ? null : names.join(', ');
}
