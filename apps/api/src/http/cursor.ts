import { problem } from './problem.ts';

/** Where a page ended: the last row's key in the order (createdAt, id). */
export interface Position {
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly id: string;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opaque to clients, so that the order may change; holds nothing that they have not seen. */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(`1|${createdAt}|${id}`).toString('base64url');
}

/**
 * Reads a cursor that a client sent back. It is not signed, since it opens nothing: what a caller
 * may see is decided per row. `id` says how ids of the list look, so that no database is asked to
 * compare what is no id.
 *
 * @throws Problem `cursor-invalid`
 */
export function decodeCursor(cursor: string, id: RegExp = uuid): Position {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [version, createdAt, rest] = split(text);
  if (version !== '1' || createdAt === undefined || rest === undefined) throw invalid();
  const canonical = Buffer.from(text).toString('base64url') === cursor;
  if (!canonical || !isInstant(createdAt) || !id.test(rest)) throw invalid();
  return { createdAt, id: rest };
}

function split(text: string): readonly string[] {
  const first = text.indexOf('|');
  const second = text.indexOf('|', first + 1);
  if (first < 0 || second < 0) return [];
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

function isInstant(text: string): boolean {
  return instant.test(text) && !Number.isNaN(Date.parse(text));
}

function invalid(): Error {
  return problem('cursor-invalid', {
    detail: 'Take the cursor from nextCursor, or begin without one.',
    errors: [{ pointer: 'cursor', message: 'is not a cursor of this list' }],
  });
}
