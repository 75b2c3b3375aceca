import {
  explainWebIdentityRefusal,
  RolecallError,
  readWebIdentityClaims,
  type WebIdentityClaims,
} from '@rolecall/core';
import { asList } from '@rolecall/policy';
import { readFailure } from './aws-failure.ts';
import { hideToken, withoutToken } from './hide-token.ts';
import { translateError } from './translate-error.ts';

export const webIdentityAction = 'sts:AssumeRoleWithWebIdentity';

/** Says what went wrong with a token, and how the role's trust has to be; never the token. */
export function translateWebIdentityError(
  error: unknown,
  { roleArn, token }: { readonly roleArn: string; readonly token: string },
): RolecallError {
  const { code, message } = readFailure(error);
  const translated = withoutToken(translateError(error, webIdentityAction), token);
  const details = { action: webIdentityAction, subject: roleArn, cause: translated.details.cause };
  const said = hideToken(message, token);
  switch (code) {
    case 'AccessDenied':
    case 'IDPRejectedClaim':
    case 'InvalidIdentityToken':
      return new RolecallError(
        'ACCESS_DENIED',
        `AWS does not let the token assume ${roleArn}: ${said}`,
        {
          ...details,
          hint: explain(said, { roleArn, claims: readWebIdentityClaims(token) }),
        },
      );
    case 'ExpiredToken':
      return new RolecallError(
        'CREDENTIALS_EXPIRED',
        `The web identity token has expired: ${said}`,
        {
          ...details,
          hint: 'Ask its issuer for a new one just before it is used; it is good for some minutes.',
        },
      );
    default:
      return translated;
  }
}

function explain(
  said: string,
  { roleArn, claims }: { readonly roleArn: string; readonly claims: WebIdentityClaims | undefined },
): string {
  if (claims === undefined) {
    return 'The token is no JWT with iss, aud and sub: give the ID token, not an access token.';
  }
  return `${firstStep(said, claims)} ${explainWebIdentityRefusal(claims, roleArn).hint}`;
}

/** Of the three things that have to be right, the one that AWS names. */
function firstStep(said: string, { iss, aud }: WebIdentityClaims): string {
  const audience = asList(aud).join(' or ');
  if (said.startsWith('No OpenIDConnect provider found'))
    return `Create the identity provider ${iss} in the account of the role, with ${audience} as a client ID.`;
  if (said.includes('token audience'))
    return `Add ${audience} to the client IDs of the provider, or ask for the token with an audience that it has.`;
  if (said.startsWith('Not authorized'))
    return 'AWS gives no reason, and says the same of a role that does not exist.';
  return 'See that the token is the one that its issuer gave out.';
}
