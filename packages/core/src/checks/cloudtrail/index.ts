import type { CheckGroup } from '../check-group.ts';

export const trailChecks: CheckGroup = {
  title: 'CloudTrail',
  checks: [],
};
