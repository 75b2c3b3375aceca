import { distance } from 'fastest-levenshtein';

/** The known name that a misspelt one is most like, if any is like it at all. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({
      candidate,
      score: distance(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.score - b.score);
  const tolerated = Math.max(2, Math.floor(name.length / 3));
  return best && best.score <= tolerated ? best.candidate : undefined;
}
