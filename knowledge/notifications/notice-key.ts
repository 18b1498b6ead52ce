const repeatSuffix = '/again';

/** A message of which nobody knows whether it arrived is repeated once, under a key of its own. */
export const keyOfRepeat = (key: string): string => `${key}${repeatSuffix}`;

export const isRepeat = (key: string): boolean => key.endsWith(repeatSuffix);

/** The key under which it was sent first. */
export const firstKeyOf = (key: string): string => (isRepeat(key) ? key.slice(0, -repeatSuffix.length) : key);
