import { instantOf } from '../account/account.ts';
import type { Role, Tag } from '../account/entities.ts';
import { checkAttachable } from '../account/find.ts';
import { hexadecimal, letters, uniqueId } from '../account/identifiers.ts';
import type { Call } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import { sessionArn } from '../caller-entity.ts';
import { checkIdentityPolicy } from '../documents/grammar.ts';
import type { AssumedRoleUser, AssumeRoleRequest, Credentials } from '../wire/sts-api.gen.ts';

/** What every way to assume a role has in common. */
export type SessionInput = Pick<
  AssumeRoleRequest,
  'RoleSessionName' | 'DurationSeconds' | 'PolicyArns' | 'Policy'
>;

export interface OpenedSession {
  readonly Credentials: Credentials;
  readonly AssumedRoleUser: AssumedRoleUser;
}

/** Credentials of a new session of the role, for whom the trust has let in already. */
export function openSession(
  { account, region }: Pick<Call, 'account' | 'region'>,
  opening: {
    readonly role: Role;
    readonly input: SessionInput;
    readonly tags: readonly Tag[];
    readonly mfa: boolean;
  },
): OpenedSession {
  const { role, input, tags, mfa } = opening;
  const { RoleSessionName, DurationSeconds = 3600, Policy: policy } = input;
  if (DurationSeconds > role.maxSession) {
    refuse(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  const policyArns = (input.PolicyArns ?? []).flatMap(({ arn }) => arn ?? []);
  for (const arn of policyArns) checkAttachable(account, arn);
  if (policy !== undefined) checkIdentityPolicy(policy, account);
  const arn = sessionArn(account, role, RoleSessionName);
  const seed = `${arn}/${account.passing.calls}`;
  const accessKeyId = uniqueId('ASIA', seed);
  account.passing.sessions.set(accessKeyId, {
    arn,
    of: { kind: 'role', roleId: role.id },
    policy,
    policyArns,
    tags,
    mfa,
  });
  const now = account.clock();
  role.lastUsed = { at: instantOf(now), region };
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: letters(`secret/${seed}`, 40),
      SessionToken: `sandbox-${hexadecimal(seed, 64)}`,
      Expiration: instantOf(new Date(now.getTime() + DurationSeconds * 1000)),
    },
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${RoleSessionName}`, Arn: arn },
  };
}
