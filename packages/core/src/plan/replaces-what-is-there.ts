import { isSpecifiedType, type ResourceType } from '../model/resource.ts';
import { specOf } from './kinds/kinds.ts';

/**
 * Whether creating one takes the place of what has come since the plan was made: AWS refuses to make
 * what exists, but for settings of the account.
 */
export function replacesWhatIsThere(type: ResourceType): boolean {
  if (type === 'account-alias' || type === 'password-policy') return true;
  return isSpecifiedType(type) && specOf(type).replaces === true;
}
