import type { CheckGroup } from '../check-group.ts';

export const emergencyChecks: CheckGroup = {
  title: 'Emergency, support and audit access',
  checks: [],
};
