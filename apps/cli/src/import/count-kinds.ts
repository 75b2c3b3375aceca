import type { Imported } from '@rolecall/core';

const words: { readonly [T in Imported['type']]: readonly [one: string, many: string] } = {
  'account-alias': ['alias', 'aliases'],
  'alternate-contact': ['contact', 'contacts'],
  analyzer: ['analyzer', 'analyzers'],
  'saml-provider': ['SAML provider', 'SAML providers'],
  'password-policy': ['password policy', 'password policies'],
  'oidc-provider': ['OIDC provider', 'OIDC providers'],
  'service-linked-role': ['service-linked role', 'service-linked roles'],
  policy: ['policy', 'policies'],
  group: ['group', 'groups'],
  user: ['user', 'users'],
  role: ['role', 'roles'],
  'instance-profile': ['instance profile', 'instance profiles'],
  'identity-center-user': ['Identity Center user', 'Identity Center users'],
  'identity-center-group': ['Identity Center group', 'Identity Center groups'],
  'permission-set': ['permission set', 'permission sets'],
  'proton-settings': ['Proton setting', 'Proton settings'],
  'account-assignment': ['assignment', 'assignments'],
};

/** `12 roles, 1 policy`; `nothing` of nothing. */
export function countKinds(imported: readonly Imported[]): string {
  const counts = new Map<Imported['type'], number>();
  for (const { type } of imported) counts.set(type, (counts.get(type) ?? 0) + 1);
  const texts = [...counts].map(([type, count]) => `${count} ${words[type][count === 1 ? 0 : 1]}`);
  return texts.join(', ') || 'nothing';
}
