import type { LiveUnspecified } from './adoption-barrier.ts';
import { type Call, toTagList } from './calls.ts';

/** The call that puts our mark on a resource; none for a group, which cannot be tagged. */
export function markCall(
  live: LiveUnspecified,
  mark: { readonly [key: string]: string },
): Call | undefined {
  const Tags = toTagList(mark);
  switch (live.type) {
    case 'role':
      return { action: 'iam:TagRole', input: { RoleName: live.name, Tags } };
    case 'policy':
      return { action: 'iam:TagPolicy', input: { PolicyArn: live.arn, Tags } };
    case 'user':
      return { action: 'iam:TagUser', input: { UserName: live.name, Tags } };
    case 'instance-profile':
      return {
        action: 'iam:TagInstanceProfile',
        input: { InstanceProfileName: live.name, Tags },
      };
    case 'oidc-provider':
      return {
        action: 'iam:TagOpenIDConnectProvider',
        input: { OpenIDConnectProviderArn: live.arn, Tags },
      };
    case 'group':
      return undefined;
    default:
      return live satisfies never;
  }
}
