import type { SpecifiedType } from '../../model/resource.ts';
import { alternateContactDeclaration } from './alternate-contact.ts';
import type { KindDeclaration } from './kind-declaration.ts';

const declarations: { readonly [T in SpecifiedType]: KindDeclaration<T> } = {
  'alternate-contact': alternateContactDeclaration,
};

export function declarationOf<T extends SpecifiedType>(type: T): KindDeclaration<T> {
  return declarations[type];
}
