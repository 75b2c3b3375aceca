import type { CheckGroup } from '../check-group.ts';

export const monitoringChecks: CheckGroup = {
  title: 'Alarms',
  checks: [],
};
