import type { Json } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { findBlueprint } from './catalogue.ts';
import { expandBlueprint } from './expand-blueprint.ts';

/** Where the diagnostics of `proton-component` point with these actions. */
function faultsOf(actions: readonly string[], more: { [name: string]: Json } = {}) {
  const blueprint = findBlueprint('proton-component');
  if (!blueprint) throw new Error('no such blueprint');
  const context = { account: '210987654321', partition: 'aws', scope: 'platform' };
  const expansion = expandBlueprint({ blueprint, values: { actions, ...more }, context });
  return expansion.success ? [] : expansion.diagnostics.map(({ path }) => path);
}

describe('actions of proton-component', () => {
  it.each(['s3:*', 'iam-roles-anywhere:x', 'sts2:x', 'dynamodb:CreateTable'])(
    'take %s',
    (action) => {
      expect(faultsOf([action])).toEqual([]);
    },
  );

  it.each(['*', 'iam:CreateRole', 'iam:*', 'sts:AssumeRole', 'organizations:x', 'account:x'])(
    'take %s only with allowAdministrative',
    (action) => {
      expect(faultsOf(['s3:*', action])).toEqual([['with', 'actions', 1]]);
      expect(faultsOf([action], { allowAdministrative: false })).toHaveLength(1);
      expect(faultsOf([action], { allowAdministrative: true })).toEqual([]);
    },
  );

  it.each(['**', '*:*', 'ia?:x', '?am:x', 'i*', 'IAM:CreateRole', ' iam:x'])(
    'never take %j',
    (action) => {
      expect(faultsOf([action], { allowAdministrative: true })).toHaveLength(1);
    },
  );
});
