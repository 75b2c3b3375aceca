import { type ErrorCode, RolecallError } from '../model/errors.ts';
import type { GenerationFault } from './analyzer-port.ts';

/** What a failed job means, and what to do about it. `JobErrorCode` of the API. */
export function generationError(
  jobId: string,
  fault: GenerationFault | undefined,
  accessRole: string | undefined,
): RolecallError {
  const { code, next } = meaningOf(fault?.code, accessRole ?? 'the access role');
  const reason = fault === undefined ? 'AWS gives no reason' : `${fault.code}: ${fault.message}`;
  return new RolecallError(code, `The policy generation ${jobId} failed: ${reason}.`, {
    hint: next,
    action: 'access-analyzer:GetGeneratedPolicy',
    subject: jobId,
  });
}

function meaningOf(
  code: string | undefined,
  role: string,
): { readonly code: ErrorCode; readonly next: string } {
  switch (code) {
    case 'AUTHORIZATION_ERROR':
      return {
        code: 'ACCESS_DENIED',
        next:
          `Let access-analyzer.amazonaws.com assume ${role}, and allow the role ` +
          'cloudtrail:GetTrail, iam:GetServiceLastAccessedDetails and ' +
          'iam:GenerateServiceLastAccessedDetails, s3:GetObject and s3:ListBucket on the ' +
          "trail's bucket, and kms:Decrypt where the trail is encrypted with KMS. The bucket's " +
          'own policy must let it in, too.',
      };
    case 'RESOURCE_NOT_FOUND_ERROR':
      return {
        code: 'ENTITY_MISSING',
        next: 'See that the principal, the trail, its bucket and the access role still exist.',
      };
    case 'SERVICE_QUOTA_EXCEEDED_ERROR':
      return {
        code: 'QUOTA_EXCEEDED',
        next:
          'One run reads at most 90 days, 25 GB and 100,000 files of CloudTrail: choose a ' +
          'shorter period or fewer Regions.',
      };
    default:
      return {
        code: 'AWS_ERROR',
        next: 'Start it again later; every start counts against the quota of the day.',
      };
  }
}
