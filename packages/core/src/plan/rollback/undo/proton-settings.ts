import type { Json } from '@rolecall/policy';
import { protonRoles } from '../../../model/kinds/proton-settings.ts';
import type { Undo } from './undo.ts';

export const undoProtonSettings: Undo<'proton-settings'> = {
  facets: ({ roles }) =>
    Object.fromEntries(
      protonRoles.filter((role) => roles[role] !== '').map((role) => [role, roles[role]]),
    ),
  desired: ({ name, address }, { pipelineServiceRole, pipelineCodebuildRole }) => ({
    type: 'proton-settings',
    name,
    address,
    position: undefined,
    roles: {
      pipelineServiceRole: arnIn(pipelineServiceRole),
      pipelineCodebuildRole: arnIn(pipelineCodebuildRole),
    },
    adopt: true,
  }),
};

function arnIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
