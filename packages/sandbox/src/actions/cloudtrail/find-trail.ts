import type { Trail } from '../../account/trails.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';

/** Trails that are seen from the Region: its own, and the shadows of those of all Regions. */
export function trailsHere({ account, region }: Call): readonly Trail[] {
  return [...account.trails.values()].filter(
    ({ homeRegion, multiRegion }) => homeRegion === region || multiRegion,
  );
}

/** By name or ARN. */
export function findTrail(call: Call, nameOrArn: string): Trail {
  checkName(nameOrArn);
  const trail = trailsHere(call).find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
  return (
    trail ??
    refuse('TrailNotFoundException', `Unknown trail: ${nameOrArn} for the user: ${call.account.id}`)
  );
}

/** A trail to change: only its own account may, in its home Region. */
export function homeTrail(call: Call, nameOrArn: string): Trail {
  const trail = findTrail(call, nameOrArn);
  if (trail.homeRegion !== call.region) {
    refuse(
      'InvalidHomeRegionException',
      `Trail ${trail.arn} must be updated from its home region ${trail.homeRegion}.`,
    );
  }
  if (trail.arn.split(':')[4] !== call.account.id) {
    refuse(
      'NotOrganizationMasterAccountException',
      'Only the management account or a delegated administrator can change this trail.',
    );
  }
  return trail;
}

/** Source: CloudTrail API Reference, UpdateTrail. */
function checkName(name: string): void {
  if (name.startsWith('arn:') || /^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/.test(name)) return;
  refuse('InvalidTrailNameException', 'Trail name or ARN is not valid.');
}
