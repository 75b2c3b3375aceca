import type { ResourceType } from '../../model/resource.ts';
import type { GuardrailRules } from '../schema.ts';
import type { Contradiction } from './contradiction.ts';
import { protectedIndex } from './covered.ts';

const typeOf: { readonly [K in keyof GuardrailRules['names']]: ResourceType } = {
  roles: 'role',
  policies: 'policy',
  groups: 'group',
  users: 'user',
  instanceProfiles: 'instance-profile',
  permissionSets: 'permission-set',
  identityCenterGroups: 'identity-center-group',
  identityCenterUsers: 'identity-center-user',
  samlProviders: 'saml-provider',
  oidcProviders: 'oidc-provider',
};

/** Kinds of which every name that is allowed is protected: nothing of them can ever be planned. */
export function protectedNames({
  names,
  paths,
  protected: guarded,
}: GuardrailRules): readonly Contradiction[] {
  return [...lists('names', names), ...lists('paths', paths)].flatMap(({ path, type, list }) => {
    const held = list.map((each) => protectedIndex(guarded, each, type));
    const [first = -1] = held;
    if (held.length === 0 || held.some((index) => index < 0)) return [];
    return [
      {
        path,
        against: ['protected', first],
        message: 'All that may be declared by it is protected, so that no plan may make it',
        hint: 'Say [] if nothing of the kind may be declared; else protect less.',
      },
    ];
  });
}

function lists(
  member: 'names' | 'paths',
  rules: GuardrailRules['names'] | GuardrailRules['paths'],
) {
  return Object.entries(rules).flatMap(([kind, list]) => {
    const type = Object.entries(typeOf).find(([key]) => key === kind)?.[1];
    if (type === undefined || list === undefined) return [];
    // Of paths, the slash in front says what they are.
    const patterns = member === 'names' ? list.map((name) => `${type}/${name}`) : list;
    return [{ path: [member, kind], type, list: patterns }];
  });
}
