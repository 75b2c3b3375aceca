import type { SpecifiedType } from '../../model/resource.ts';
import { alternateContactDeclaration } from './alternate-contact.ts';
import { analyzerDeclaration } from './analyzer.ts';
import type { KindDeclaration } from './kind-declaration.ts';
import { samlProviderDeclaration } from './saml-provider.ts';

const declarations: { readonly [T in SpecifiedType]: KindDeclaration<T> } = {
  'alternate-contact': alternateContactDeclaration,
  'saml-provider': samlProviderDeclaration,
  analyzer: analyzerDeclaration,
};

export function declarationOf<T extends SpecifiedType>(type: T): KindDeclaration<T> {
  return declarations[type];
}
