import { matchesPattern } from '@rolecall/policy';
import { ownScope } from '../own.ts';
import { findsOutsideAccess } from '../rules/analyzers.ts';
import type { GuardrailRules } from '../schema.ts';
import type { Contradiction } from './contradiction.ts';

/** What one section asks for or allows, and another rule of it leaves no room for. */
export function sectionContradictions(rules: GuardrailRules): readonly Contradiction[] {
  return [
    ...ofAnalyzers(rules),
    ...ofContacts(rules),
    ...ofSamlProviders(rules),
    ...ofScopes(rules),
  ];
}

function ofAnalyzers({ analyzers }: GuardrailRules): readonly Contradiction[] {
  const { types, required = [] } = analyzers ?? {};
  if (types === undefined || required.length === 0 || types.some(findsOutsideAccess)) return [];
  return [
    {
      path: ['analyzers', 'required'],
      against: ['analyzers', 'types'],
      message: 'An analyzer of access from outside is required, and none may be declared',
      hint: 'Allow the type ACCOUNT or ORGANIZATION.',
    },
  ];
}

function ofContacts({ contacts }: GuardrailRules): readonly Contradiction[] {
  if (contacts?.emailDomains?.length !== 0 || contacts.required.length === 0) return [];
  return [
    {
      path: ['contacts', 'required'],
      against: ['contacts', 'emailDomains'],
      message: 'A contact is required, and none may have an address',
      hint: 'Allow the domain of its address.',
    },
  ];
}

function ofSamlProviders({ samlProviders, names }: GuardrailRules): readonly Contradiction[] {
  if (samlProviders === undefined) return [];
  const { entityIds, certificates, signIn } = samlProviders;
  const allows = [entityIds, certificates, signIn].some((list) => (list ?? []).length > 0);
  if (!allows) return [];
  const refuses =
    entityIds?.length === 0
      ? ['samlProviders', 'entityIds']
      : names.samlProviders?.length === 0
        ? ['names', 'samlProviders']
        : undefined;
  if (refuses === undefined) return [];
  return [
    {
      path: ['samlProviders'],
      against: refuses,
      message: 'It says which identity providers may be declared, and none may',
      hint: 'Name those that may, or nothing but the empty list.',
    },
  ];
}

function ofScopes({ allowSelf, scopes }: GuardrailRules): readonly Contradiction[] {
  if (!allowSelf || scopes === undefined) return [];
  if (scopes.some((pattern) => matchesPattern(pattern, ownScope))) return [];
  return [
    {
      path: ['allowSelf'],
      against: ['scopes'],
      message: `A manifest of scope ${ownScope} may change Rolecall itself, and none may have that scope`,
      hint: `Add ${ownScope} to scopes, or leave allowSelf out.`,
    },
  ];
}
