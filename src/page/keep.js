/**
 * Small texts kept by the browser. Browsers refuse storage in some frames, with an exception at any touch; then
 * the texts last as long as the page does.
 */
export function keepIn(area) {
  const memory = new Map();
  return {
    get(key) {
      try {
        return globalThis[area].getItem(key) ?? memory.get(key);
      } catch {
        return memory.get(key);
      }
    },
    set(key, text) {
      memory.set(key, text);
      try {
        globalThis[area].setItem(key, text);
      } catch {
        // The memory has it.
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        globalThis[area].removeItem(key);
      } catch {
        // The memory no longer has it.
      }
    },
  };
}
