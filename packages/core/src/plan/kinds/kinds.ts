import type { SpecifiedType } from '../../model/resource.ts';
import { alternateContactSpec } from './alternate-contact.ts';
import type { KindSpec } from './kind-spec.ts';

const specs: { readonly [T in SpecifiedType]: KindSpec<T> } = {
  'alternate-contact': alternateContactSpec,
};

export function specOf<T extends SpecifiedType>(type: T): KindSpec<T> {
  return specs[type];
}
