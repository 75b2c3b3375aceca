import { createHash } from 'node:crypto';

/** The name of a finding's place in the page, the same in every run: links to it live on. */
export function anchorOf(id: string): string {
  return `f-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}

/** The anchors of findings in their order; of two with one id the second gets a number. */
export function anchorsOf(ids: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const anchor = anchorOf(id);
    const nth = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, nth);
    return nth === 1 ? anchor : `${anchor}-${nth}`;
  });
}
