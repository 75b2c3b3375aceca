import type { PolicySource } from '../language/read-policy.ts';
import {
  type AccessComparison,
  type CompareAccessOptions,
  compareAccess,
} from './compare-access.ts';

/** Access as CheckAccessNotGranted takes it: the actions on the resources; one of them is enough. */
export interface Access {
  readonly actions?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
}

/**
 * Whether the policies grant any of the access: `none`, or `grants` with a request that shows it.
 * Compares with a policy that allows everything else.
 */
export function checkAccessNotGranted(
  policies: PolicySource | readonly PolicySource[],
  { actions, resources }: Access,
  options?: CompareAccessOptions | null,
): AccessComparison {
  const otherActions = actions && { Effect: 'Allow', NotAction: actions, Resource: '*' };
  const otherResources = resources && { Effect: 'Allow', Action: '*', NotResource: resources };
  const everythingElse = {
    Version: '2012-10-17',
    Statement: [otherActions, otherResources].filter((statement) => statement !== undefined),
  };
  return compareAccess(everythingElse, policies, options);
}
