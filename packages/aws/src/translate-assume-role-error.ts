import { RolecallError } from '@rolecall/core';
import { readFailure } from './aws-failure.ts';
import { explainDenial } from './explain-denial.ts';
import { withoutToken } from './hide-token.ts';
import { translateError } from './translate-error.ts';

export const assumeRoleAction = 'sts:AssumeRole';

/** Says which side of taking on a role is missing; never the external id. */
export function translateAssumeRoleError(
  error: unknown,
  given: { readonly roleArn: string; readonly externalId: string | undefined },
): RolecallError {
  const { roleArn, externalId } = given;
  const translated = withoutToken(translateError(error, assumeRoleAction), externalId ?? '');
  const { code, details } = translated;
  if (code !== 'ACCESS_DENIED') {
    return new RolecallError(code, translated.message, { ...details, subject: roleArn });
  }
  const { message } = readFailure(error);
  const caller = /User: (\S+) is not authorized/.exec(message)?.[1] ?? 'the caller';
  return new RolecallError('ACCESS_DENIED', `AWS does not let ${caller} assume ${roleArn}.`, {
    action: assumeRoleAction,
    subject: roleArn,
    cause: details.cause,
    hint: remedy(message, { caller, roleArn, hasExternalId: externalId !== undefined }),
  });
}

function remedy(
  message: string,
  given: { readonly caller: string; readonly roleArn: string; readonly hasExternalId: boolean },
): string {
  const { caller, roleArn, hasExternalId } = given;
  const condition = hasExternalId ? ' under the condition of the agreed external id' : '';
  const trust = `see that the role exists, and that its trust policy allows ${assumeRoleAction} to ${caller}${condition}`;
  const policies = `allow ${assumeRoleAction} on ${roleArn} to ${caller} in its own account`;
  switch (true) {
    case message.includes('because no resource-based policy'):
      return `The trust is missing: ${trust}.`;
    case message.includes('because no identity-based policy'):
      return `The caller's policy is missing: ${policies}.`;
    case /explicit deny|because no /.test(message):
      return explainDenial(message, assumeRoleAction);
    default:
      // What AWS says across accounts, of a role that does not exist too.
      return `AWS does not say which side is missing. First ${trust}; then ${policies}.`;
  }
}
