/** Keeps so many values for a while; what was not asked for longest goes first. */
export interface BoundedCache<T> {
  get(key: string): T | undefined;
  /** Milliseconds since 1970; a value is gone from then on. */
  set(key: string, value: T, until: number): void;
  delete(key: string): void;
  readonly size: number;
}

export function createBoundedCache<T>(options: {
  readonly limit: number;
  readonly now: () => Date;
}): BoundedCache<T> {
  const { limit, now } = options;
  const entries = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      if (entry.until <= now().getTime()) return undefined;
      // A map keeps the order in which keys were added.
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value, until) => {
      if (until <= now().getTime()) return;
      entries.delete(key);
      entries.set(key, { value, until });
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
