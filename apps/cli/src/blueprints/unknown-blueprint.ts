import { nearestBlueprint, RolecallError } from '@rolecall/core';

export function unknownBlueprint(id: string): RolecallError {
  const near = nearestBlueprint(id);
  return new RolecallError('BLUEPRINT_UNKNOWN', `There is no blueprint "${id}".`, {
    hint: near ? `Did you mean "${near.id}"?` : 'See `rolecall blueprint list`.',
  });
}
