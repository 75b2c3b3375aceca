import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { required } from './ask.ts';
import { type ClientOptions, createClients } from './clients.ts';
import { translateWebIdentityError, webIdentityAction } from './translate-web-identity-error.ts';

export interface WebIdentityOptions extends Pick<ClientOptions, 'requestHandler' | 'endpoint'> {
  readonly region: string;
}

export interface WebIdentityRequest {
  readonly roleArn: string;
  /** Two to 64 letters, digits or `_=,.@-`; stands in the ARN of the session. */
  readonly sessionName: string;
  /** An OIDC ID token. It gets into no error and no log. */
  readonly token: string;
  /** 900 to what the role allows; without it an hour. */
  readonly durationSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Fit for `createClients`. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/**
 * Trades a token of an identity provider for credentials of a role. Needs no credentials itself,
 * looks for none and signs nothing.
 * @throws RolecallError: `ACCESS_DENIED` with the condition that the role's trust policy lacks;
 * `CREDENTIALS_EXPIRED` of the token; else as every call
 */
export async function assumeWebIdentity(
  { region, requestHandler, endpoint }: WebIdentityOptions,
  request: WebIdentityRequest,
): Promise<SessionCredentials> {
  const { roleArn, sessionName, token, durationSeconds, signal } = request;
  const { sts } = createClients({ region, requestHandler, endpoint, credentials: refuseToLook });
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
    ...(durationSeconds !== undefined && { DurationSeconds: durationSeconds }),
  });
  try {
    const { Credentials: given } = await sts.send(command, {
      ...(signal && { abortSignal: signal }),
    });
    const member = <T>(name: string, value: T | undefined) =>
      required(value, webIdentityAction, `Credentials.${name}`);
    return {
      accessKeyId: member('AccessKeyId', given?.AccessKeyId),
      secretAccessKey: member('SecretAccessKey', given?.SecretAccessKey),
      sessionToken: member('SessionToken', given?.SessionToken),
      expiration: member('Expiration', given?.Expiration),
    };
  } catch (error) {
    throw translateWebIdentityError(error, { roleArn, token });
  }
}

/** In the place of the SDK's search through environment, profiles and instance. */
function refuseToLook(): Promise<never> {
  return Promise.reject(new Error(`${webIdentityAction} was about to be signed.`));
}
