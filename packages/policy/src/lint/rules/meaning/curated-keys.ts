/**
 * Lists of condition keys that no machine-readable data of AWS holds, in lower case; keys are
 * compared without regard to case.
 * Source: IAM User Guide, "AWS global condition context keys" and "IAM policy validation check
 * reference", read 2026-11-21, where not said otherwise.
 */

/** "Sensitive condition keys": a wildcard in them has no valid use. */
export const sensitiveKeys: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);

/** Keys that say on whose behalf a service acts. */
export const sourceKeys: readonly string[] = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
];

/** Keys whose value the caller writes into a header: the pages of both keys warn of it. */
export const callerWrittenKeys: ReadonlySet<string> = new Set(['aws:referer', 'aws:useragent']);

/** Stand-ins for the source keys; the reference names aws:Referer only, "such as". */
export const sourceSubstitutes: ReadonlySet<string> = new Set(['aws:referer']);

/**
 * "Properties of the principal" that IAM principals have and service principals have not.
 * Tag keys (`aws:PrincipalTag/…`) belong to them, see `isPrincipalKey`.
 */
const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
]);

export function isPrincipalKey(key: string): boolean {
  const lower = key.toLowerCase();
  return principalKeys.has(lower) || lower.startsWith('aws:principaltag/');
}

/** Keys that mean something only in the identity policies of those who use the resource. */
export const keysIrrelevantToS3Policies: ReadonlySet<string> = new Set(['s3:resourceaccount']);

/** Keys whose value is the ARN of a KMS key. Source: Service Authorization Reference, Amazon S3. */
export const kmsKeyArnKeys: ReadonlySet<string> = new Set([
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

/**
 * Keys of AssumeRole requests that are set by a permission of their own.
 * Source: IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken
 * with assumed roles".
 */
export const keysSetByAction: readonly { readonly key: string; readonly action: string }[] = [
  { key: 'sts:SourceIdentity', action: 'sts:SetSourceIdentity' },
  { key: 'sts:TransitiveTagKeys', action: 'sts:TagSession' },
];

/** Identity providers that IAM knows without a provider resource, by their domain. */
export const builtInProviders: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);
