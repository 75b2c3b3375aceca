import { readFailure } from '../aws-failure.ts';
import { classifyFailure } from '../classify-failure.ts';

/**
 * How many milliseconds AWS asks to wait with an error that means too many calls: 0 where it does not
 * say. `undefined` for every other error.
 */
export function throttledFor(error: unknown): number | undefined {
  if (classifyFailure(readFailure(error)) !== 'THROTTLED') return undefined;
  const headers = member(member(error, '$response'), 'headers');
  const seconds = Number(member(headers, 'retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
}

function member(value: unknown, name: string): unknown {
  return value instanceof Object ? Reflect.get(value, name) : undefined;
}
