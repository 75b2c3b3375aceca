import type { SpecifiedType } from '../../model/resource.ts';
import { accountAssignmentDeclaration } from './account-assignment.ts';
import { alternateContactDeclaration } from './alternate-contact.ts';
import { analyzerDeclaration } from './analyzer.ts';
import { identityCenterGroupDeclaration } from './identity-center-group.ts';
import { identityCenterUserDeclaration } from './identity-center-user.ts';
import type { KindDeclaration } from './kind-declaration.ts';
import { permissionSetDeclaration } from './permission-set.ts';
import { protonSettingsDeclaration } from './proton-settings.ts';
import { samlProviderDeclaration } from './saml-provider.ts';

const declarations: { readonly [T in SpecifiedType]: KindDeclaration<T> } = {
  'alternate-contact': alternateContactDeclaration,
  'saml-provider': samlProviderDeclaration,
  'proton-settings': protonSettingsDeclaration,
  analyzer: analyzerDeclaration,
  'identity-center-user': identityCenterUserDeclaration,
  'identity-center-group': identityCenterGroupDeclaration,
  'permission-set': permissionSetDeclaration,
  'account-assignment': accountAssignmentDeclaration,
};

export function declarationOf<T extends SpecifiedType>(type: T): KindDeclaration<T> {
  return declarations[type];
}
