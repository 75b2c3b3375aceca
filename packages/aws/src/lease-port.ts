import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  type IAMClient,
  ListPolicyVersionsCommand,
  TagPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  type LeasePlace,
  type LeasePort,
  leaseArn,
  leaseDescription,
  leaseDocument,
  leaseName,
  leaseTags,
  RolecallError,
  readLeaseTags,
  renewalTags,
  scopePath,
  toTagList,
} from '@rolecall/core';
import { ask, nothingOn, required } from './ask.ts';
import { readTags } from './collect/tags.ts';
import { getEntity, listAll } from './resources/iam-reader.ts';

const PolicyDocument = JSON.stringify(leaseDocument);
const versionsOf = 'iam:ListPolicyVersions';

/**
 * Each call may be made twice by the SDK: a marker made by a lost attempt carries our token, and a
 * claim made by one only makes the next one come too late, and be tried again.
 */
export function createLeasePort(
  { iam }: { readonly iam: IAMClient },
  place: LeasePlace,
): LeasePort {
  const PolicyArn = leaseArn(place);
  const listVersions = () =>
    listAll(
      versionsOf,
      (marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, ...marker })),
      (page) => page.Versions,
    );
  const withdraw = async (VersionId: string) => {
    const command = new DeletePolicyVersionCommand({ PolicyArn, VersionId });
    await ask('iam:DeletePolicyVersion', () => iam.send(command)).catch(nothingOn('NoSuchEntity'));
  };
  return {
    create: async (holder) => {
      const command = new CreatePolicyCommand({
        PolicyName: leaseName(place.scope),
        Path: scopePath(place.scope),
        PolicyDocument,
        Description: leaseDescription,
        Tags: toTagList(leaseTags(place.scope, holder)),
      });
      try {
        await ask('iam:CreatePolicy', () => iam.send(command));
        return 'made';
      } catch (error) {
        // Without an answer it may be there: whose it is shows when it is read.
        if (!(error instanceof RolecallError) || !settledByReading.has(error.code)) throw error;
        return 'taken';
      }
    },
    read: async () => {
      const answer = await getEntity('iam:GetPolicy', () =>
        iam.send(new GetPolicyCommand({ PolicyArn })),
      );
      if (answer === undefined) return undefined;
      const policy = required(answer.Policy, 'iam:GetPolicy', 'Policy');
      const versions = await listVersions().catch(nothingOn('NoSuchEntity'));
      if (versions === undefined) return undefined;
      return {
        id: required(policy.PolicyId, 'iam:GetPolicy', 'PolicyId'),
        holder: readLeaseTags(readTags(policy.Tags)),
        claims: versions.map(({ VersionId, CreateDate }) => ({
          number: numberOf(VersionId),
          at: CreateDate?.toISOString(),
        })),
      };
    },
    claim: async () => {
      const command = new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument });
      const answer = await ask('iam:CreatePolicyVersion', () => iam.send(command)).catch(
        nothingOn('NoSuchEntity'),
      );
      return answer && numberOf(answer.PolicyVersion?.VersionId);
    },
    withdraw: (claim) => withdraw(`v${claim}`),
    mark: async (holder) => {
      const command = new TagPolicyCommand({ PolicyArn, Tags: toTagList(renewalTags(holder)) });
      const answer = await ask('iam:TagPolicy', () => iam.send(command)).catch(
        nothingOn('NoSuchEntity'),
      );
      return answer !== undefined;
    },
    remove: async () => {
      for (const { VersionId = '', IsDefaultVersion } of await listVersions())
        if (IsDefaultVersion !== true) await withdraw(VersionId);
      await ask('iam:DeletePolicy', () => iam.send(new DeletePolicyCommand({ PolicyArn }))).catch(
        nothingOn('NoSuchEntity'),
      );
    },
  };
}

const settledByReading: ReadonlySet<string> = new Set(['ENTITY_EXISTS', 'AWS_UNREACHABLE']);

/** IAM numbers versions upwards and never uses a number again: v9, v10. */
function numberOf(versionId: string | undefined): number {
  return Number(required(versionId, versionsOf, 'VersionId').slice(1));
}
