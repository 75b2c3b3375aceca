/**
 * What is worked out of an object, once: kept as long as the object is. Only for what hangs on the
 * object alone, and for objects that nobody changes.
 */
export function perObject<K extends object, V extends object>(work: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const kept = known.get(of);
    if (kept !== undefined) return kept;
    const made = work(of);
    known.set(of, made);
    return made;
  };
}
