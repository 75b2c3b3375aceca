import type { Blueprint } from '@rolecall/core';

/** A manifest that uses one blueprint, its required parameters at their examples. */
export function manifestFor(
  { id, parameters }: Blueprint,
  { account, partition = 'aws' }: { readonly account: string; readonly partition?: string },
): string {
  const values = Object.entries(parameters).flatMap(([name, parameter]) => {
    const optional = 'optional' in parameter && parameter.optional === true;
    return parameter.default !== undefined || optional ? [] : [[name, parameter.example]];
  });
  const text = JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    partition,
    blueprints: { it: { use: id, includeRetired: true, with: Object.fromEntries(values) } },
  });
  // Examples are written for one account of one partition.
  return text.replaceAll('111122223333', account).replaceAll('arn:aws:', `arn:${partition}:`);
}
