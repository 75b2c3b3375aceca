import type { Blueprint } from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';

/** An account that has what blueprints expect of one: Identity Center. */
export const blueprintScenario = parseScenario('identityCenter: {}', 'scenario.yaml');

interface Use {
  readonly account: string;
  readonly partition?: string;
  /** What is given: what has to be, or every example too. */
  readonly which?: 'required' | 'examples';
}

/** A manifest that uses one blueprint, or several, their parameters at their examples. */
export function manifestFor(used: Blueprint | readonly Blueprint[], use: Use): string {
  const all = 'id' in used ? [used] : used;
  return JSON.stringify({
    version: 1,
    scope: 'platform',
    account: use.account,
    partition: use.partition ?? 'aws',
    blueprints: Object.fromEntries(
      all.map((blueprint) => [
        all.length === 1 ? 'it' : blueprint.id,
        { use: blueprint.id, includeRetired: true, with: valuesFor(blueprint, use) },
      ]),
    ),
  });
}

/** Examples are written for one account of one partition. */
export function valuesFor(
  { parameters }: Blueprint,
  { account, partition = 'aws', which = 'required' }: Use,
): { readonly [name: string]: unknown } {
  const values = Object.entries(parameters).flatMap(([name, parameter]) => {
    const { default: usual, optional = false, example } = parameter;
    const isWanted =
      which === 'examples' ? example !== undefined : usual === undefined && !optional;
    return isWanted ? [[name, example]] : [];
  });
  const text = JSON.stringify(Object.fromEntries(values));
  return JSON.parse(
    inRegions(text, partition)
      .replaceAll('111122223333', account)
      .replaceAll('arn:aws:', `arn:${partition}:`),
  );
}

/** Lists of Regions name those that the sandbox has in the partition. */
function inRegions(text: string, partition: string): string {
  if (partition === 'aws') return text;
  const regions = firstRegions[partition] ?? ['us-east-1'];
  return text.replaceAll('["eu-central-1","us-east-1"]', JSON.stringify(regions));
}

const firstRegions: { readonly [partition: string]: readonly string[] } = {
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
  'aws-eusc': ['eusc-de-east-1'],
};
