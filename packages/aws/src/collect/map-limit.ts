/** Calls for single entities that may be under way at once: IAM throttles per account. */
const limit = 4;

/** Maps in order with at most four calls under way. After the first error none is started. */
export async function mapLimit<T, R>(
  items: readonly T[],
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [index, item] = next;
      results[index] = await map(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  } finally {
    waiting.length = 0;
  }
  return results;
}
