export interface Instant {
  /** Since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  /** The digits after the seconds' point, without zeros at the end. */
  readonly fraction: string;
}

/** Five digits and more are epoch seconds, four are a year. */
const epochSeconds = /^\d{5,15}$/;
/** YYYY, YYYY-MM, YYYY-MM-DD, or with a time, whose zone is not optional. */
const dateAndTime =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

export function parseInstant(text: string): Instant | undefined {
  if (epochSeconds.test(text)) return { seconds: Number(text), fraction: '' };
  const found = dateAndTime.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '01', day = '01', hour = '0', minute = '0'] = found;
  const [second = '0', fraction = '', zone = 'Z'] = found.slice(6);
  const midnight = secondsOfDay({ year: Number(year), month: Number(month), day: Number(day) });
  const offset = offsetOf(zone);
  if (midnight === undefined || offset === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const time = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { seconds: midnight + time - offset, fraction: withoutZeros(fraction) };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `undefined` for a day that the calendar does not have. */
function secondsOfDay({ year, month, day }: Day): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / 1000;
}

/** How far a zone is ahead of UTC, in seconds. */
function offsetOf(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function withoutZeros(fraction: string): string {
  let end = fraction.length;
  while (fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

export function compareInstants(left: Instant, right: Instant): number {
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}
