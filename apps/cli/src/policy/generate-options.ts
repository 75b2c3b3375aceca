import { type GenerationRequest, RolecallError, type Trail } from '@rolecall/core';

/** What says which job: a new one, or one that runs at AWS already. */
export interface JobOptions {
  readonly principal: string;
  readonly trail?: readonly string[];
  readonly accessRole?: string;
  readonly start?: string;
  readonly end?: string;
  readonly job?: string;
}

const defaultDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** The job that the options ask for; without --start it reads the last 30 days before its end. */
export function jobOf(
  options: JobOptions,
  now: Date,
): GenerationRequest | { readonly jobId: string } {
  const { principal, trail, accessRole, start, end, job } = options;
  if (job !== undefined) {
    requireNoneOf({
      '--trail': trail,
      '--access-role': accessRole,
      '--start': start,
      '--end': end,
    });
    return { jobId: job };
  }
  if (trail === undefined || accessRole === undefined)
    throw new RolecallError('USAGE', 'A new job needs --trail and --access-role.', {
      hint: 'Or pick up a job that runs already with --job.',
    });
  const endTime = end === undefined ? undefined : dateOf('--end', end);
  const startTime =
    start === undefined
      ? new Date((endTime ?? now).getTime() - defaultDays * dayMs)
      : dateOf('--start', start);
  return { principalArn: principal, trails: trail.map(trailOf), accessRole, startTime, endTime };
}

function requireNoneOf(given: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  if (names.length === 0) return;
  throw new RolecallError('USAGE', `A job that runs already takes no ${names.join(', ')}.`, {
    hint: 'Leave them out with --job, or --job to start a new one.',
  });
}

/** `ARN` for all Regions, `ARN=eu-central-1,us-east-1` for some. */
function trailOf(text: string): Trail {
  const at = text.indexOf('=');
  if (at < 0) return { arn: text, regions: 'all' };
  const regions = text.slice(at + 1).split(',');
  const wrong = regions.find((region) => !/^[a-z]+(?:-[a-z]+)+-\d+$/.test(region));
  if (wrong === undefined) return { arn: text.slice(0, at), regions };
  throw new RolecallError('USAGE', `--trail: "${wrong}" is no Region.`, {
    hint: 'Write ARN=eu-central-1,us-east-1, or the ARN alone for all Regions.',
  });
}

/** A day or a minute in UTC; days begin at midnight. */
function dateOf(option: string, text: string): Date {
  const date = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?$/.test(text)
    ? new Date(text)
    : new Date(Number.NaN);
  // The 31st of February would become the 3rd of March.
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10)))
    return date;
  throw new RolecallError('USAGE', `${option} does not take "${text}".`, {
    hint: 'Write a date as 2026-11-20, or a time in UTC as 2026-11-20T10:00Z.',
  });
}
