import type { CheckGroup } from '../check-group.ts';

export const organizationChecks: CheckGroup = {
  title: 'Organization',
  checks: [],
};
