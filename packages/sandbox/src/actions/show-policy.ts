import type { Account } from '../account/account.ts';
import { arnOf, awsManagedArn } from '../account/arn.ts';
import { type AwsManagedPolicy, awsManagedDocument } from '../account/aws-managed.ts';
import type { ManagedPolicy, PolicyVersion } from '../account/entities.ts';
import { uniqueId } from '../account/identifiers.ts';
import type { countUses } from '../account/policy-uses.ts';
import { encodeDocument } from '../documents/encode.ts';
import type * as api from '../wire/iam-api.gen.ts';

type Uses = ReturnType<typeof countUses>;

/** A policy as lists show it: without description and tags, as in AWS. */
export function showPolicy(account: Account, policy: ManagedPolicy, uses: Uses): api.Policy {
  const arn = arnOf(account, policy);
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: uses.attached.get(arn) ?? 0,
    PermissionsBoundaryUsageCount: uses.bounded.get(arn) ?? 0,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.updatedAt,
  };
}

export function showPublished(account: Account, policy: AwsManagedPolicy, uses: Uses): api.Policy {
  const arn = awsManagedArn(account.partition, `${policy.path.slice(1)}${policy.name}`);
  return {
    PolicyName: policy.name,
    PolicyId: uniqueId('ANPA', `aws/${policy.path}${policy.name}`),
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: policy.versionId,
    AttachmentCount: uses.attached.get(arn) ?? 0,
    PermissionsBoundaryUsageCount: uses.bounded.get(arn) ?? 0,
    IsAttachable: policy.path !== '/aws-service-role/',
    CreateDate: policy.createDate,
    UpdateDate: policy.updateDate,
  };
}

export function showVersion(policy: ManagedPolicy, version: PolicyVersion): api.PolicyVersion {
  return { Document: encodeDocument(version.document), ...showListedVersion(policy, version) };
}

export function showListedVersion(
  policy: ManagedPolicy,
  version: PolicyVersion,
): api.PolicyVersion {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: version.createdAt,
  };
}

/** Of AWS's policies only the default version is known. */
export function showPublishedVersion(policy: AwsManagedPolicy): api.PolicyVersion {
  return {
    Document: encodeDocument(awsManagedDocument(policy)),
    VersionId: policy.versionId,
    IsDefaultVersion: true,
    CreateDate: policy.updateDate,
  };
}
