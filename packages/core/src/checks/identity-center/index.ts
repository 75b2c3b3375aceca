import type { CheckGroup } from '../check-group.ts';

export const identityCenterChecks: CheckGroup = {
  title: 'IAM Identity Center',
  checks: [],
};
