import type { CheckGroup } from '../check-group.ts';
import { roleInline } from './role-inline.ts';
import { roleTagged } from './role-tagged.ts';

export const roleChecks: CheckGroup = {
  title: 'Roles and whom they trust',
  checks: [roleInline, roleTagged],
};
