export interface Pace {
  /** Firms at most, and the time that they must take at least. */
  firms: number;
  everyMs: number;
}

const partOfMinute = 6;

/** A campaign's own pace in small portions, so that a minute's worth does not go out in its first second. */
export function paceOf(perMinute: number): Pace {
  const firms = Math.max(1, Math.floor(perMinute / partOfMinute));
  return { firms, everyMs: Math.round((firms / perMinute) * 60_000) };
}
