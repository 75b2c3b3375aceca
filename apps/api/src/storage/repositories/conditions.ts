import { type Expression, type SqlBool, sql } from 'kysely';
import type { PageCursor } from '../page.ts';

/**
 * What a list is narrowed by; undefined narrows nothing. The values come from clients: what
 * PostgreSQL cannot read matches no row instead of failing.
 */
export type Condition = Expression<SqlBool> | undefined;

export function allOf(conditions: readonly Condition[]): Expression<SqlBool> {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(present, sql` and `)}`;
}

export function is(column: string, value: string | boolean | undefined): Condition {
  if (value === undefined) return undefined;
  return isReadable(value) ? sql<SqlBool>`${sql.ref(column)} = ${value}` : nothing;
}

export function isAnyOf(column: string, values: readonly string[] | undefined): Condition {
  if (values === undefined) return undefined;
  return sql<SqlBool>`${sql.ref(column)} = any(${values.filter(isReadable)})`;
}

/** Of a column that holds an actor: whether it is the one with this id. */
export function isActor(column: string, id: string | undefined): Condition {
  if (id === undefined) return undefined;
  return isReadable(id) ? sql<SqlBool>`${sql.ref(column)}->>'id' = ${id}` : nothing;
}

export function createdAfter(instant: string | undefined): Condition {
  if (instant === undefined) return undefined;
  return isInstant(instant) ? sql<SqlBool>`"createdAt" > ${timestamp(instant)}` : nothing;
}

export function createdBefore(instant: string | undefined): Condition {
  if (instant === undefined) return undefined;
  return isInstant(instant) ? sql<SqlBool>`"createdAt" < ${timestamp(instant)}` : nothing;
}

export function isBefore(column: string, instant: string | undefined): Condition {
  if (instant === undefined) return undefined;
  if (Number.isNaN(Date.parse(instant))) return nothing;
  return sql<SqlBool>`${sql.ref(column)} < ${timestamp(instant)}`;
}

/** Behind a place in a list that begins with the newest. */
export function olderThan({ createdAt, id }: PageCursor): Expression<SqlBool> {
  if (!isInstant(createdAt)) return nothing;
  return sql<SqlBool>`("createdAt", "id") < (${timestamp(createdAt)}, ${id})`;
}

const nothing = sql<SqlBool>`false`;

/** PostgreSQL's text has no NUL. */
function isReadable(value: string | boolean): boolean {
  return typeof value !== 'string' || !value.includes('\0');
}

/** RFC 3339 has leap seconds; JavaScript has none. */
function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** JavaScript reads 30 February and the year 0; PostgreSQL reads neither. */
function timestamp(instant: string): Expression<string> {
  const ms = Math.min(Math.max(Date.parse(instant), earliest), latest);
  return sql<string>`${new Date(ms).toISOString()}::timestamptz`;
}

const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');
