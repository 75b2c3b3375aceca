/** Seconds of a duration of hours and minutes, as ISO 8601 has it: `PT1H30M`. */
export function durationSeconds(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60;
}

/** The shortest that says the same, in hours where that goes. */
export function sessionDurationOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}
