import { parseArn } from '@rolecall/policy';

export interface KnownCaller {
  readonly arn: string;
  /** As a snapshot says. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * Condition keys that follow from who asks; what the user gives goes before.
 * Source: IAM User Guide, "AWS global condition context keys".
 */
export function contextOfCaller({
  arn,
  tags = {},
}: KnownCaller): ReadonlyMap<string, readonly string[]> {
  const parsed = parseArn(arn);
  if (parsed === undefined || !/^\d{12}$/.test(parsed.account)) return new Map();
  const { account, partition, resource, service } = parsed;
  const [type = '', ...names] = resource.split('/');
  const isSession = service === 'sts' && type === 'assumed-role';
  // Of a session it is the role's ARN, without the path that the session's ARN leaves out.
  const principalArn = isSession ? `arn:${partition}:iam::${account}:role/${names[0] ?? ''}` : arn;
  const principalType = typeOf(service, type);
  const name = names.at(-1);
  return new Map([
    ['aws:PrincipalArn', [principalArn]],
    ['aws:PrincipalAccount', [account]],
    ...(principalType === undefined ? [] : [['aws:PrincipalType', [principalType]] as const]),
    ...(service === 'iam' && type === 'user' && name !== undefined
      ? [['aws:username', [name]] as const]
      : []),
    ...Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]] as const),
  ]);
}

function typeOf(service: string, type: string): string | undefined {
  if (service === 'iam' && type === 'user') return 'User';
  if (service === 'iam' && type === 'root') return 'Account';
  if (service === 'sts' && type === 'federated-user') return 'FederatedUser';
  const isRole = (service === 'iam' && type === 'role') || type === 'assumed-role';
  return isRole ? 'AssumedRole' : undefined;
}

/** Both together; keys are the same in any case, and those of `first` count. */
export function mergeContext(
  first: ReadonlyMap<string, readonly string[]>,
  second: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const given = new Set([...first.keys()].map((key) => key.toLowerCase()));
  return new Map([...first, ...[...second].filter(([key]) => !given.has(key.toLowerCase()))]);
}
