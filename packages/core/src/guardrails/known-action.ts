import { bundledActionData, matchesPattern } from '@rolecall/policy';

/**
 * Whether a pattern such as `iam:Create*` means any action that AWS knows. One that is misspelt would
 * guard nothing without a word. Wildcards in the service are taken as they are.
 */
export function meansKnownAction(pattern: string): boolean {
  const [prefix = '', name = ''] = pattern.toLowerCase().split(':');
  if (/[*?]/.test(prefix)) return true;
  const actions = bundledActionData().service(prefix)?.actions ?? [];
  return actions.some((action) => matchesPattern(name, action.name.toLowerCase()));
}
