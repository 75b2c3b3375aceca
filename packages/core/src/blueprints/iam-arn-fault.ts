import { parseArn } from '@rolecall/policy';
import type { Place, TextFault } from './text-fault.ts';

/** Path and name of an IAM user, role or policy, as the IAM API Reference has them. */
const path = '(?:[!-~]+/)?';
const name = String.raw`[\w+=,.@-]`;
const role = new RegExp(`^role/${path}${name}{1,64}$`);
const userOrRole = new RegExp(`^(?:user|role)/${path}${name}{1,64}$`);
const policy = new RegExp(`^policy/${path}${name}{1,128}$`);
const policyName = new RegExp(String.raw`^(?:[\w+=,.@-]+/)*${name}{1,128}$`);

/** What keeps a text from being the ARN of a role of this account. */
export function roleArnFault(text: string, place: Place): TextFault | undefined {
  const hint = `Write arn:${place.partition}:iam::${place.account}:role/NAME, with the role's path.`;
  const fits = (resource: string): boolean => role.test(resource);
  return iamArnFault(text, { place, what: 'an IAM role', fits, hint });
}

/** What keeps a text from being the ARN of a user, a role or the root of this account. */
export function principalArnFault(text: string, place: Place): TextFault | undefined {
  const own = `arn:${place.partition}:iam::${place.account}`;
  const hint = `Write ${own}:user/NAME or ${own}:role/NAME with the path, or ${own}:root for all that the account itself lets in. A session (assumed-role) is named by its role, a group cannot be a principal.`;
  const fits = (resource: string): boolean => resource === 'root' || userOrRole.test(resource);
  return iamArnFault(text, { place, what: 'an IAM user or role, or the account root', fits, hint });
}

/**
 * What keeps a text from naming a managed policy that this account can attach. Whether a policy of
 * that name exists is seen when all that the manifest declares is known.
 */
export function managedPolicyFault(text: string, place: Place): TextFault | undefined {
  const hint = `Write the name of an AWS-managed policy with its path (job-function/SupportUser), of a policy that the manifest declares, or arn:${place.partition}:iam::${place.account}:policy/NAME. IAM attaches no policy of another account.`;
  if (!text.startsWith('arn:')) {
    return policyName.test(text)
      ? undefined
      : { message: 'must be the name or the ARN of a managed policy', hint };
  }
  const fits = (resource: string): boolean => policy.test(resource);
  const what = 'a managed policy';
  return iamArnFault(text, { place, what, fits, hint, accounts: ['aws'] });
}

interface Wanted {
  readonly place: Place;
  readonly what: string;
  /** Whether the sixth field of the ARN is one of these. */
  readonly fits: (resource: string) => boolean;
  readonly hint: string;
  /** Accounts beside this one that it may lie in. */
  readonly accounts?: readonly string[];
}

function iamArnFault(text: string, wanted: Wanted): TextFault | undefined {
  const { place, what, fits, hint, accounts = [] } = wanted;
  const arn = parseArn(text);
  const isOne = arn?.service === 'iam' && arn.region === '' && fits(arn.resource);
  if (!arn || !isOne) return { message: `must be the ARN of ${what}`, hint };
  if (arn.partition !== place.partition) {
    return {
      message: `lies in the partition ${arn.partition}, the account in ${place.partition}`,
      hint,
    };
  }
  if (arn.account === place.account || accounts.includes(arn.account)) return undefined;
  return { message: `belongs to account ${arn.account}, not to ${place.account}`, hint };
}
