import type { CheckGroup } from '../check-group.ts';

export const escalationChecks: CheckGroup = {
  title: 'Ways to become administrator',
  checks: [],
};
