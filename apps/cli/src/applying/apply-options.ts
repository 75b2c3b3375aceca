import { RolecallError } from '@rolecall/core';
import { InvalidArgumentError, Option } from 'commander';

export const concurrencyOption = new Option(
  '--concurrency <number>',
  'resources that are written at the same time (default: 4)',
).argParser((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 50) return number;
  throw new InvalidArgumentError('It is a number from 1 to 50.');
});

export const deadlineOption = new Option(
  '--deadline <duration>',
  'begin nothing more after so long, such as 10m',
).argParser(parseDuration);

export const operationDeadlineOption = new Option(
  '--operation-deadline <duration>',
  'wait no longer for one operation to be possible (default: 2m)',
).argParser(parseDuration);

export const waitOption = new Option(
  '--wait <duration>',
  'wait so long where another run is under way, such as 5m',
).argParser(parseDuration);

const unitMs: { readonly [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `90s`, `5m` or `1h`. */
function parseDuration(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,4})([smh])$/.exec(text) ?? [];
  const factor = unitMs[unit];
  if (factor !== undefined && Number(digits) > 0) return Number(digits) * factor;
  throw new InvalidArgumentError('It is a duration such as 90s, 5m or 1h.');
}

/** The signal, which also comes when the time is up. */
export function withDeadline(signal: AbortSignal, deadlineMs: number | undefined): AbortSignal {
  if (deadlineMs === undefined) return signal;
  const late = new AbortController();
  const error = new RolecallError('DEADLINE_PASSED', 'the deadline passed before its turn');
  // It keeps no process alive.
  setTimeout(() => late.abort(error), deadlineMs).unref();
  return AbortSignal.any([signal, late.signal]);
}
