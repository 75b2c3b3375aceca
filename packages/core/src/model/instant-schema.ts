import { z } from 'zod';

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/**
 * An instant as files hold it: RFC 3339, in UTC. What hangs on when or where it is read ("in 3
 * days", a bare day, an offset) would be another instant than the one that was reviewed.
 */
export const instantSchema = z
  .string({
    error: ({ input }) =>
      input === undefined ? undefined : 'must be an instant as text, such as 2027-01-31T18:00:00Z',
  })
  .regex(written, { error: ({ input }) => faultOf(String(input)) })
  .refine(isOnCalendar, 'is no moment of the calendar');

function faultOf(text: string): string {
  const example = '2027-01-31T18:00:00Z';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `is a day, not an instant: write it as ${text}T00:00:00Z`;
  if (/^\d{4}-\d{2}-\d{2}[Tt ].*[+-]\d{2}:?\d{2}$/.test(text))
    return `must be in UTC: convert it, with "Z" at its end, such as ${example}`;
  if (/^\d{4}-\d{2}-\d{2}[Tt ]/.test(text))
    return `must be written to the second in UTC, such as ${example}`;
  return `is relative or no instant at all: files hold absolute instants in UTC, such as ${example}`;
}

/** A day that a month does not have would silently become one of the next. */
function isOnCalendar(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 19) === text.slice(0, 19);
}
