import { problem } from './problem.ts';

/** Strong entity tag of a revision: `"7"`. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * Goes on only when the client saw this very revision.
 *
 * @throws Problem `precondition-required` without a header and for `*`, which nobody has to have
 *   seen anything for; `precondition-failed` for another revision. Weak tags never match (RFC 9110,
 *   13.1.1).
 */
export function requireMatch(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined) throw problem('precondition-required');
  if (ifMatch.trim() === '*')
    throw problem('precondition-required', { detail: 'A `*` names nothing that was seen.' });
  const current = etagOf(revision);
  if (readTags(ifMatch).includes(current)) return;
  throw problem('precondition-failed', {
    detail: 'Read the resource again and decide anew.',
    headers: { etag: current },
  });
}

/** Whether the client holds this revision already and 304 is the answer; weak tags count. */
export function isNotModified(ifNoneMatch: string | undefined, revision: number): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return readTags(ifNoneMatch).some((tag) => tag.replace(/^W\//, '') === etagOf(revision));
}

function readTags(header: string): readonly string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
