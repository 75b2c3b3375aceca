import type { ManagedPolicyDetail, PolicyVersion } from '@aws-sdk/client-iam';
import { isLeaseMarker, type ManagedPolicy, RolecallError } from '@rolecall/core';
import { parseIamArn } from '@rolecall/policy';
import { required } from '../ask.ts';
import { decodeDocument } from './decode-document.ts';
import { readEntity } from './entity.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetAccountAuthorizationDetails';

/** Customer-managed policies, and AWS-managed ones where something uses them. */
export async function readPolicies(reader: Reader): Promise<readonly ManagedPolicy[]> {
  const details = await reader.authorizationDetails();
  return details
    .list('Policies')
    .filter((detail) => isOfInterest(detail) && !isLease(detail))
    .map(readPolicy);
}

/** The marker of a run of ours: no policy of the account's people. */
export function isLease(detail: ManagedPolicyDetail): boolean {
  return (
    detail.PolicyName?.startsWith('rolecall-lease-') === true && isLeaseMarker(readPolicy(detail))
  );
}

/** AWS shows only AWS-managed policies in use; moto shows all 1,485. */
function isOfInterest(detail: ManagedPolicyDetail): boolean {
  const awsManaged = parseIamArn(detail.Arn ?? '')?.account === 'aws';
  const uses = (detail.AttachmentCount ?? 1) + (detail.PermissionsBoundaryUsageCount ?? 0);
  return !awsManaged || uses > 0;
}

function readPolicy(detail: ManagedPolicyDetail): ManagedPolicy {
  const entity = readEntity({
    action,
    type: 'policy',
    name: detail.PolicyName,
    arn: detail.Arn,
    id: detail.PolicyId,
    path: detail.Path,
    createdAt: detail.CreateDate,
  });
  const { arn } = entity;
  const defaultVersionId = required(detail.DefaultVersionId, action, `DefaultVersionId of ${arn}`);
  const versions = required(detail.PolicyVersionList, action, `PolicyVersionList of ${arn}`);
  const current = versions.find((version) => version.VersionId === defaultVersionId);
  return {
    ...entity,
    defaultVersionId,
    attachmentCount: required(detail.AttachmentCount, action, `AttachmentCount of ${arn}`),
    boundaryCount: detail.PermissionsBoundaryUsageCount ?? 0,
    document: decodeDocument(current?.Document, { action, of: arn }),
    versions: versions
      .map((version) => {
        const about = readVersion(version, arn);
        return about.id === defaultVersionId
          ? about
          : { ...about, ...formerDocument(version.Document, { action, of: arn }) };
      })
      .sort(newestFirst),
  };
}

/** Of what is no longer the default; whoever cannot read it cannot go back to it, and that is all. */
export function formerDocument(
  ...[text, about]: Parameters<typeof decodeDocument>
): Pick<Version, 'document'> {
  if (text === undefined) return {};
  try {
    return { document: decodeDocument(text, about) };
  } catch (error) {
    if (error instanceof RolecallError) return {};
    throw error;
  }
}

type Version = ManagedPolicy['versions'][number];

export function readVersion({ VersionId, CreateDate }: PolicyVersion, arn: string): Version {
  const id = required(VersionId, action, `VersionId of ${arn}`);
  return { id, createdAt: CreateDate?.toISOString() };
}

/** IAM numbers versions upwards and never uses a number again: v9, v10. */
export function newestFirst(a: Version, b: Version): number {
  return Number(b.id.slice(1)) - Number(a.id.slice(1));
}
