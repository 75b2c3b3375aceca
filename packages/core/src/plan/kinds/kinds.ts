import type { SpecifiedType } from '../../model/resource.ts';
import { accountAssignmentSpec } from './account-assignment.ts';
import { alternateContactSpec } from './alternate-contact.ts';
import { analyzerSpec } from './analyzer.ts';
import { identityCenterGroupSpec } from './identity-center-group.ts';
import { identityCenterUserSpec } from './identity-center-user.ts';
import type { KindSpec } from './kind-spec.ts';
import { permissionSetSpec } from './permission-set.ts';
import { protonSettingsSpec } from './proton-settings.ts';
import { samlProviderSpec } from './saml-provider.ts';

const specs: { readonly [T in SpecifiedType]: KindSpec<T> } = {
  'alternate-contact': alternateContactSpec,
  'saml-provider': samlProviderSpec,
  'proton-settings': protonSettingsSpec,
  analyzer: analyzerSpec,
  'identity-center-user': identityCenterUserSpec,
  'identity-center-group': identityCenterGroupSpec,
  'permission-set': permissionSetSpec,
  'account-assignment': accountAssignmentSpec,
};

export function specOf<T extends SpecifiedType>(type: T): KindSpec<T> {
  return specs[type];
}
