import { now } from '../account/account.ts';
import { findCustomerPolicy, publishedPolicy } from '../account/find.ts';
import { checkPolicySize } from '../account/limits.ts';
import { refuse } from '../aws-error.ts';
import { checkManagedPolicy } from '../documents/grammar.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showListedVersion, showPublishedVersion, showVersion } from './show-policy.ts';

export const policyVersionActions = {
  CreatePolicyVersion: ({ account }, { PolicyArn, PolicyDocument, SetAsDefault = false }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    checkManagedPolicy(PolicyDocument, account);
    checkPolicySize(account, PolicyDocument);
    const quota = account.quotas.VersionsPerPolicyQuota;
    if (policy.versions.length >= quota) {
      refuse(
        'LimitExceeded',
        `A managed policy can have up to ${quota} versions. Before you create a new version, you must delete an existing version.`,
      );
    }
    policy.lastVersion += 1;
    const version = {
      id: `v${policy.lastVersion}`,
      document: PolicyDocument,
      createdAt: now(account),
    };
    policy.versions = [...policy.versions, version];
    if (SetAsDefault) policy.defaultVersion = version.id;
    policy.updatedAt = version.createdAt;
    return { PolicyVersion: showListedVersion(policy, version) };
  },
  GetPolicyVersion: ({ account }, { PolicyArn, VersionId }) => {
    const missing = `Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`;
    const published = publishedPolicy(account, PolicyArn);
    if (published !== undefined) {
      if (published.versionId !== VersionId) refuse('NoSuchEntity', missing);
      return { PolicyVersion: showPublishedVersion(published) };
    }
    const policy = findCustomerPolicy(account, PolicyArn);
    const version = policy.versions.find(({ id }) => id === VersionId);
    if (version === undefined) return refuse('NoSuchEntity', missing);
    return { PolicyVersion: showVersion(policy, version) };
  },
  ListPolicyVersions: (call, input) => {
    const published = publishedPolicy(call.account, input.PolicyArn);
    if (published !== undefined) {
      const { Document: _, ...version } = showPublishedVersion(published);
      return { Versions: [version], IsTruncated: false };
    }
    const policy = findCustomerPolicy(call.account, input.PolicyArn);
    const { items, rest } = pageOf(call, input, policy.versions.toReversed());
    return { Versions: items.map((version) => showListedVersion(policy, version)), ...rest };
  },
  DeletePolicyVersion: ({ account }, { PolicyArn, VersionId }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    if (!policy.versions.some(({ id }) => id === VersionId)) {
      refuse(
        'NoSuchEntity',
        `Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`,
      );
    }
    if (policy.defaultVersion === VersionId) {
      refuse('DeleteConflict', 'Cannot delete the default version of a policy.');
    }
    policy.versions = policy.versions.filter(({ id }) => id !== VersionId);
    policy.updatedAt = now(account);
    return {};
  },
} satisfies IamHandlers;
