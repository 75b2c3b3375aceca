import type { GuardrailRules } from '../schema.ts';
import type { Contradiction } from './contradiction.ts';
import { canMeet, protectedIndex, readPattern } from './covered.ts';

const kinds = ['group', 'identity-center-group'] as const;

/** Members who are allowed to join what nobody can join. */
export function membershipContradictions({
  membership,
  protected: guarded,
}: GuardrailRules): readonly Contradiction[] {
  return membership.flatMap(({ groups, members }, index) =>
    groups.flatMap((pattern, place): readonly Contradiction[] => {
      const path = ['membership', index, 'groups', place];
      const { type } = readPattern(pattern);
      const ofType = kinds.filter((kind) => type === undefined || type === kind);
      if (ofType.length === 0) {
        const hint = 'Write group/NAME or identity-center-group/NAME.';
        return [{ path, against: path, message: `${pattern} is no group`, hint }];
      }
      if (members.length === 0) return [];
      const held = ofType.map((kind) => protectedIndex(guarded, pattern, kind));
      const [first = -1] = held;
      const other = membership.findIndex(
        (one, at) =>
          at < index &&
          one.members.length > 0 &&
          one.groups.some((each) => each.toLowerCase() === pattern.toLowerCase()) &&
          !canMeet(one.members, members),
      );
      return [
        ...(held.some((at) => at < 0)
          ? []
          : [
              {
                path,
                against: ['protected', first],
                message: `Some may join ${pattern}, and no plan may change it`,
                hint: 'Take it out of protected, or say members: [].',
              },
            ]),
        ...(other < 0
          ? []
          : [
              {
                path,
                against: ['membership', other],
                message: `Both have to hold of ${pattern}, and nobody is allowed by both`,
                hint: 'Put the members into one entry.',
              },
            ]),
      ];
    }),
  );
}
