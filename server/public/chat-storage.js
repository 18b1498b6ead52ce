/**
 * Storage of the browser that never throws. In another site's frame it is ours for that site alone, and where the browser forbids
 * even that, what is stored lasts as long as the page.
 */
export function createStorage(kind) {
  const memory = new Map();
  const attempt = (use) => {
    try {
      return use(window[kind]);
    } catch {
      return null;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((area) => area.getItem(key)),
    set(key, value) {
      memory.set(key, value);
      attempt((area) => area.setItem(key, value));
    },
    remove(key) {
      memory.delete(key);
      attempt((area) => area.removeItem(key));
    },
    /** What another tab may have written since. */
    stored: (key) => attempt((area) => area.getItem(key)),
  };
}
