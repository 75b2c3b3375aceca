import { canonicalDraft, type Draft, memberIn, shownDraft, textIn } from './draft.ts';
import { type HolderType, terraformAttachments, terraformHolders } from './terraform-resources.ts';
import { type TerraformResource, withoutIndex } from './terraform-state.ts';

/** Who is meant where a plan names a role, a policy or a resource. */
export interface HolderNames {
  readonly ownerOf: (resource: TerraformResource) => string;
  readonly holdersOf: (
    resource: TerraformResource,
    argument: string,
    name: Draft | undefined,
    type: HolderType,
  ) => readonly string[];
  readonly policyOf: (arn: Draft, references: readonly string[]) => TerraformResource | undefined;
  /** Whether the plan attaches a policy to anyone. */
  readonly isHeld: (policy: TerraformResource) => boolean;
  readonly targetOf: (resource: TerraformResource, target: Draft | undefined) => string;
}

export function holderNames(file: string, resources: readonly TerraformResource[]): HolderNames {
  const byName = Map.groupBy(
    resources.filter(({ type }) => terraformHolders.has(type)),
    ({ type, values }) => `${terraformHolders.get(type)} ${textIn(values, 'name') ?? ''}`,
  );
  const byAddress = Map.groupBy(resources, ({ address }) => withoutIndex(address));
  const byArn = Map.groupBy(
    resources.filter(({ type }) => type === 'aws_iam_policy'),
    ({ values }) => textIn(values, 'arn') ?? '',
  );
  const referenced = (references: readonly string[], isWanted: (type: string) => boolean) => {
    const found = new Set(
      references.flatMap((reference) =>
        prefixesOf(withoutIndex(reference)).flatMap((prefix) => byAddress.get(prefix) ?? []),
      ),
    );
    return [...found].filter(({ type }) => isWanted(type));
  };
  const ownerOf = (resource: TerraformResource) => `${file}#${resource.address}`;
  const policyOf: HolderNames['policyOf'] = (arn, references) => {
    const known = arn.kind === 'string' ? byArn.get(arn.value) : undefined;
    if (known !== undefined && known.length === 1) return known[0];
    const found = referenced(references, (type) => type === 'aws_iam_policy');
    return arn.kind === 'string' || found.length !== 1 ? undefined : found[0];
  };
  const held = new Set(
    resources.flatMap((resource) => {
      const { type, values, referencesOf } = resource;
      if (!terraformAttachments.has(type) && type !== 'aws_iam_policy_attachment') return [];
      const arn = memberIn(values, 'policy_arn');
      const policy = arn && policyOf(arn, referencesOf('policy_arn'));
      return policy === undefined ? [] : [policy.address];
    }),
  );
  return {
    ownerOf,
    policyOf,
    isHeld: ({ address }) => held.has(address),
    holdersOf: (resource, argument, name, word) => {
      const found = referenced(
        resource.referencesOf(argument),
        (type) => terraformHolders.get(type) === word,
      );
      const named = name?.kind === 'string' ? byName.get(`${word} ${name.value}`) : undefined;
      const known = found.filter(
        ({ values }) => name?.kind !== 'string' || textIn(values, 'name') === name.value,
      );
      for (const candidates of [known, named ?? []]) {
        const [only, second] = candidates;
        if (only !== undefined && second === undefined) return [ownerOf(only)];
      }
      if (name?.kind === 'string') return [`${file}#${word} ${name.value}`];
      const shown = name === undefined ? '' : shownDraft(name);
      return [`${file}#${word} ${shown} of ${resource.address}`];
    },
    targetOf: (resource, target) => {
      if (target === undefined) return ownerOf(resource);
      const { type, address } = resource;
      return target.kind === 'string'
        ? `${file}#${target.value} <${type}>`
        : `${file}#${address} <${canonicalDraft(target)}>`;
    },
  };
}

/** `aws_iam_role.app.name` speaks of `aws_iam_role.app`. */
function prefixesOf(reference: string): readonly string[] {
  const steps = reference.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}
