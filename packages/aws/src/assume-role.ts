import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { PolicyDocument } from '@rolecall/policy';
import { required } from './ask.ts';
import type { SessionCredentials } from './assume-web-identity.ts';
import { type ClientOptions, createClients } from './clients.ts';
import { assumeRoleAction, translateAssumeRoleError } from './translate-assume-role-error.ts';

export interface AssumeRoleRequest {
  readonly roleArn: string;
  /** Two to 64 letters, digits or `_=,.@-`; stands in the ARN of the session. */
  readonly sessionName: string;
  /** What the role's trust asks for. It gets into no error. */
  readonly externalId?: string | undefined;
  /** Stands in CloudTrail through all that follows; the trust has to allow sts:SetSourceIdentity. */
  readonly sourceIdentity?: string | undefined;
  /** 900 to what the role allows, and an hour where the caller is in a role itself. */
  readonly durationSeconds?: number | undefined;
  /** The session may do what the role and this allow. */
  readonly sessionPolicy?: PolicyDocument | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes on a role with the credentials of `base`. The base's own region and endpoint are asked.
 * @throws RolecallError: `ACCESS_DENIED` says whether the role's trust or the caller's policies stand
 * in the way, where AWS does; else as every call
 */
export async function assumeRole(
  base: ClientOptions,
  request: AssumeRoleRequest,
): Promise<SessionCredentials> {
  const {
    roleArn,
    sessionName,
    externalId,
    sourceIdentity,
    durationSeconds,
    sessionPolicy,
    signal,
  } = request;
  const { sts } = createClients(base);
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(externalId !== undefined && { ExternalId: externalId }),
    ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
    ...(durationSeconds !== undefined && { DurationSeconds: durationSeconds }),
    ...(sessionPolicy !== undefined && { Policy: JSON.stringify(sessionPolicy) }),
  });
  try {
    const { Credentials: given } = await sts.send(command, {
      ...(signal && { abortSignal: signal }),
    });
    const member = <T>(name: string, value: T | undefined) =>
      required(value, assumeRoleAction, `Credentials.${name}`);
    return {
      accessKeyId: member('AccessKeyId', given?.AccessKeyId),
      secretAccessKey: member('SecretAccessKey', given?.SecretAccessKey),
      sessionToken: member('SessionToken', given?.SessionToken),
      expiration: member('Expiration', given?.Expiration),
    };
  } catch (error) {
    throw translateAssumeRoleError(error, { roleArn, externalId });
  }
}
