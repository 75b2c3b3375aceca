import type { CheckGroup } from '../check-group.ts';

export const inventoryChecks: CheckGroup = {
  title: 'Quotas and inventory',
  checks: [],
};
