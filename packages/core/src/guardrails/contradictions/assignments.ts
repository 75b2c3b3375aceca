import type { GuardrailRules } from '../schema.ts';
import type { Contradiction } from './contradiction.ts';
import { canMeet, protectedIndex } from './covered.ts';

/** Assignments that one rule allows and another never lets through. */
export function assignmentContradictions({
  assignments,
  names,
  protected: guarded,
}: GuardrailRules): readonly Contradiction[] {
  if (assignments === undefined) return [];
  const { accounts, groupsOnly, allowed = [] } = assignments;
  const hint = 'Take it out here, or change the other rule.';
  return allowed.flatMap((one, index): readonly Contradiction[] => {
    const at = (...path: readonly string[]) => ['assignments', 'allowed', index, ...path];
    const { groups, users } = one;
    const empty = (['permissionSets', 'accounts'] as const).filter((key) => one[key]?.length === 0);
    const isNobody =
      (groups ?? users) !== undefined && [...(groups ?? []), ...(users ?? [])].length === 0;
    return [
      ...(empty.length > 0 || isNobody
        ? [
            {
              path: at(),
              against: at(...empty.slice(0, 1)),
              message: 'It allows no assignment at all',
              hint: 'Leave a member out where anything will do, or take the entry out.',
            },
          ]
        : []),
      ...(empty.includes('accounts') || canMeet(one.accounts, accounts)
        ? []
        : [
            {
              path: at('accounts'),
              against: ['assignments', 'accounts'],
              message: 'It allows assignments where nothing may be assigned',
              hint,
            },
          ]),
      ...(empty.includes('permissionSets') || canMeet(one.permissionSets, names.permissionSets)
        ? []
        : [
            {
              path: at('permissionSets'),
              against: ['names', 'permissionSets'],
              message: 'It allows permission sets that may not be called so',
              hint,
            },
          ]),
      ...(groupsOnly && (groups ?? []).length === 0 && (users ?? []).length > 0
        ? [
            {
              path: at('users'),
              against: ['assignments', 'groupsOnly'],
              message: 'It allows users, and only groups may be assigned anything',
              hint,
            },
          ]
        : []),
      ...heldBack(one.permissionSets, 'permission-set', at('permissionSets'), guarded),
      ...((users ?? []).length > 0
        ? []
        : heldBack(groups, 'identity-center-group', at('groups'), guarded)),
    ];
  });
}

/** All that it names is protected, so that nothing is ever assigned by it. */
function heldBack(
  patterns: readonly string[] | undefined,
  type: 'permission-set' | 'identity-center-group',
  path: Contradiction['path'],
  guarded: GuardrailRules['protected'],
): readonly Contradiction[] {
  if (patterns === undefined || patterns.length === 0) return [];
  const held = patterns.map((name) => protectedIndex(guarded, `${type}/${name}`, type));
  const [first = -1] = held;
  if (held.some((index) => index < 0)) return [];
  return [
    {
      path,
      against: ['protected', first],
      message: 'It allows assignments of what no plan may change',
      hint: 'An assignment changes who has it: take it out here, or from protected.',
    },
  ];
}
