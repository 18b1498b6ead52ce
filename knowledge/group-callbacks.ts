/** Buttons under a group's settings; part of `Callback`. A handler checks at each tap that an administrator taps. */
export type GroupCallback = { verb: 'group' } & (
  | { set: 'show' | 'choosePack' | 'chooseCity' }
  | { set: 'answers'; answers: 'whenCalled' | 'alsoUnasked' }
  | { set: 'announcements'; on: boolean }
  /** Null: the office's own. */
  | { set: 'pack'; packId: string | null }
  /** Null: none in particular. */
  | { set: 'city'; city: string | null }
);

const none = '-';

export function encodeGroup(c: GroupCallback): string {
  switch (c.set) {
    case 'show':
    case 'choosePack':
    case 'chooseCity':
      return `group|${c.set}`;
    case 'answers':
      return `group|answers|${c.answers}`;
    case 'announcements':
      return `group|announcements|${c.on ? 'on' : 'off'}`;
    case 'pack':
      return `group|pack|${c.packId ?? none}`;
    case 'city':
      return `group|city|${c.city ?? none}`;
  }
}

export function decodeGroup(data: string): GroupCallback | null {
  const [verb, set, value = ''] = data.split('|');
  if (verb !== 'group') return null;
  switch (set) {
    case 'show':
    case 'choosePack':
    case 'chooseCity':
      return value === '' ? { verb, set } : null;
    case 'answers':
      return value === 'whenCalled' || value === 'alsoUnasked' ? { verb, set, answers: value } : null;
    case 'announcements':
      return value === 'on' || value === 'off' ? { verb, set, on: value === 'on' } : null;
    case 'pack':
      if (value === none) return { verb, set, packId: null };
      return /^[a-z0-9-]{1,40}$/.test(value) ? { verb, set, packId: value } : null;
    case 'city':
      if (value === none) return { verb, set, city: null };
      return value === '' ? null : { verb, set, city: value };
    default:
      return null;
  }
}
