/** Seconds of a duration as ISO 8601 has it, e.g. `PT1H30M`; `undefined` where it is none. */
export function sessionSeconds(duration: string): number | undefined {
  const [whole, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  if (whole === undefined || /[PT]$/.test(whole)) return undefined;
  const [d = 0, h = 0, m = 0, s = 0] = [days, hours, minutes, seconds].map((n) => Number(n ?? 0));
  return ((d * 24 + h) * 60 + m) * 60 + s;
}
