import { refuse } from '../../aws-error.ts';

/** From one hour to twelve; source: IAM Identity Center User Guide, "Set session duration". */
export function checkDuration(duration: string): void {
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  const length = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (whole !== undefined && length >= 3600 && length <= 43_200) return;
  refuse('ValidationError', 'SessionDuration must be between one hour and twelve hours.');
}
