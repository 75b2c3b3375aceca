import type { CheckGroup } from '../check-group.ts';

export const accountChecks: CheckGroup = {
  title: 'Account and contacts',
  checks: [],
};
