import { findGuide, type Guide, nearestGuide, RolecallError } from '@rolecall/core';

/** The guide of this id. */
export function pickGuide(id: string): Guide {
  const guide = findGuide(id);
  if (guide !== undefined) return guide;
  const near = nearestGuide(id);
  throw new RolecallError('USAGE', `There is no guide "${id}".`, {
    hint: near === undefined ? 'See `rolecall guide`.' : `Did you mean "${near}"?`,
  });
}
