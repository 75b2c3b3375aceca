import type { SpecifiedType } from '../../model/resource.ts';
import { alternateContactSpec } from './alternate-contact.ts';
import { analyzerSpec } from './analyzer.ts';
import type { KindSpec } from './kind-spec.ts';
import { samlProviderSpec } from './saml-provider.ts';

const specs: { readonly [T in SpecifiedType]: KindSpec<T> } = {
  'alternate-contact': alternateContactSpec,
  'saml-provider': samlProviderSpec,
  analyzer: analyzerSpec,
};

export function specOf<T extends SpecifiedType>(type: T): KindSpec<T> {
  return specs[type];
}
