import { now, sorted } from '../account/account.ts';
import { arnOf, awsManagedArn } from '../account/arn.ts';
import { awsManagedPolicies } from '../account/aws-managed.ts';
import { createPolicy } from '../account/create.ts';
import { refusePolicyInUse } from '../account/delete-conflicts.ts';
import { customerPolicy, findCustomerPolicy, publishedPolicy } from '../account/find.ts';
import { countUses } from '../account/policy-uses.ts';
import { readNew } from '../account/propagation.ts';
import { addTags, removeTags, tagsOrNothing } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showPolicy, showPublished } from './show-policy.ts';

export const policyActions = {
  CreatePolicy: ({ account }, input) => {
    const policy = createPolicy(account, {
      name: input.PolicyName,
      path: input.Path,
      tags: input.Tags,
      document: input.PolicyDocument,
      description: input.Description,
    });
    return {
      Policy: {
        ...showPolicy(account, policy, countUses(account)),
        Tags: tagsOrNothing(policy.tags),
      },
    };
  },
  GetPolicy: ({ account }, { PolicyArn }) => {
    const uses = countUses(account);
    const published = publishedPolicy(account, PolicyArn);
    if (published !== undefined) return { Policy: showPublished(account, published, uses) };
    const policy = customerPolicy(account, PolicyArn);
    const missing = `Policy ${PolicyArn} was not found.`;
    if (policy === undefined) return refuse('NoSuchEntity', missing);
    readNew(account, policy.id, missing);
    return {
      Policy: {
        ...showPolicy(account, policy, uses),
        Description: policy.description,
        Tags: tagsOrNothing(policy.tags),
      },
    };
  },
  ListPolicies: (call, input) => {
    const { account } = call;
    const { Scope = 'All', PathPrefix = '/', OnlyAttached = false, PolicyUsageFilter } = input;
    const uses = countUses(account);
    const own = Scope === 'AWS' ? [] : sorted(account.policies);
    const published = Scope === 'Local' ? [] : [...awsManagedPolicies()];
    const all = [
      ...own.map((policy) => ({
        path: policy.path,
        arn: arnOf(account, policy),
        show: () => showPolicy(account, policy, uses),
      })),
      ...published.map(([pathAndName, policy]) => ({
        path: policy.path,
        arn: awsManagedArn(account.partition, pathAndName),
        show: () => showPublished(account, policy, uses),
      })),
    ];
    const wanted = all.filter(
      ({ path, arn }) =>
        path.startsWith(PathPrefix) &&
        (!OnlyAttached || uses.attached.has(arn)) &&
        (PolicyUsageFilter !== 'PermissionsPolicy' || uses.attached.has(arn)) &&
        (PolicyUsageFilter !== 'PermissionsBoundary' || uses.bounded.has(arn)),
    );
    const { items, rest } = pageOf(call, input, wanted);
    return { Policies: items.map(({ show }) => show()), ...rest };
  },
  DeletePolicy: ({ account }, { PolicyArn }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    refusePolicyInUse(account, policy);
    account.policies.delete(policy.name.toLowerCase());
    return {};
  },
  TagPolicy: ({ account }, { PolicyArn, Tags }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    policy.tags = addTags(policy.tags, Tags);
    return {};
  },
  UntagPolicy: ({ account }, { PolicyArn, TagKeys }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    policy.tags = removeTags(policy.tags, TagKeys);
    return {};
  },
  ListPolicyTags: (call, input) => {
    const { account } = call;
    const published = publishedPolicy(account, input.PolicyArn) !== undefined;
    const tags = published ? [] : findCustomerPolicy(account, input.PolicyArn).tags;
    const { items, rest } = pageOf(call, input, tags);
    return { Tags: items, ...rest };
  },
  SetDefaultPolicyVersion: ({ account }, { PolicyArn, VersionId }) => {
    const policy = findCustomerPolicy(account, PolicyArn);
    if (!policy.versions.some(({ id }) => id === VersionId)) {
      refuse(
        'NoSuchEntity',
        `Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`,
      );
    }
    policy.defaultVersion = VersionId;
    policy.updatedAt = now(account);
    return {};
  },
} satisfies IamHandlers;
