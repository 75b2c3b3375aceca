import type { Json } from '@rolecall/policy';
import type { Blueprint } from '../blueprints/blueprint.ts';
import {
  type BlueprintDiagnostic,
  type Companion,
  expandBlueprint,
} from '../blueprints/expand-blueprint.ts';
import { resolvePolicyName } from '../manifest/resolve-policy-name.ts';
import { declaredTrustSchema } from '../model/policy-schema.ts';
import { type ResourceSections, resourceSectionsSchema } from '../model/resource-sections.ts';
import { openPermissionSet } from './open-permission-set.ts';

export interface OpenResourcesInput {
  readonly blueprint: Blueprint;
  /** As written under `with`. */
  readonly values: { readonly [name: string]: unknown };
  /** Where it will be used: ARNs among the values must lie there. */
  readonly place: { readonly account: string; readonly partition: string };
  /** IAM path of what has none of its own. */
  readonly path: string;
  /** Whether a policy with what others need beside it is one of the resources. */
  readonly callerPolicy?: boolean;
}

/**
 * What a blueprint makes, of no account yet: every policy is named by its ARN, and texts hold
 * `{{account}}`, `{{partition}}` and `{{arn:…}}` of what is declared beside them.
 */
export interface OpenResources {
  readonly title: string;
  readonly sections: ResourceSections;
  readonly companions: readonly Companion[];
  readonly path: string;
}

export type Opened =
  | { readonly success: true; readonly resources: OpenResources }
  | { readonly success: false; readonly diagnostics: readonly BlueprintDiagnostic[] };

export function openResources(input: OpenResourcesInput): Opened {
  const { blueprint, values, place, path, callerPolicy = false } = input;
  const context = { ...place, scope: 'rolecall' };
  const expansion = expandBlueprint({ blueprint, values, context, isOpen: true });
  if (!expansion.success) return expansion;
  const { companions } = expansion;
  const statements = companions.map(({ statement }) => statement);
  const caller =
    callerPolicy && statements.length > 0
      ? { [`${blueprint.id}-caller`]: { document: { Statement: statements } } }
      : {};
  const sections = {
    ...expansion.sections,
    policies: { ...expansion.sections.policies, ...caller },
  };
  const diagnostics: BlueprintDiagnostic[] = [];
  const named = nameArns(resourceSectionsSchema.parse(sections), { place, path }, diagnostics);
  if (diagnostics.length > 0) return { success: false, diagnostics };
  return {
    success: true,
    resources: { title: blueprint.title, sections: named, companions, path },
  };
}

function nameArns(
  sections: ResourceSections,
  { place, path }: Pick<OpenResourcesInput, 'place' | 'path'>,
  diagnostics: BlueprintDiagnostic[],
): ResourceSections {
  const declared = new Map(
    Object.keys(sections.policies).map((name) => [name.toLowerCase(), `{{arn:policy/${name}}}`]),
  );
  const policy = (name: string): string => {
    const resolved = resolvePolicyName(name, { ...place, declared });
    if ('arn' in resolved)
      return resolved.arn.replace(/^arn:[^:]+:iam::aws:/, 'arn:{{partition}}:iam::aws:');
    const { fault, hint } = resolved;
    diagnostics.push({ path: ['with'], code: 'PARAMETER_INVALID', message: `${fault}.`, hint });
    return name;
  };
  const pathTo = (name: string): string => sections.policies[name]?.path ?? path;
  const holder = <
    Holder extends {
      readonly managedPolicies: string[];
      readonly permissionsBoundary?: string | undefined;
    },
  >(
    one: Holder,
  ): Holder => ({
    ...one,
    managedPolicies: [...new Set(one.managedPolicies.map(policy))],
    ...(one.permissionsBoundary === undefined
      ? {}
      : { permissionsBoundary: policy(one.permissionsBoundary) }),
  });
  const { roles, users, groups, oidcProviders, samlProviders, identityCenter } = sections;
  const providers = [
    ...Object.keys(oidcProviders).map((url) => `oidc-provider/${url}`),
    ...Object.keys(samlProviders).map((name) => `saml-provider/${name}`),
  ];
  return {
    ...sections,
    users: mapValues(users, holder),
    groups: mapValues(groups, holder),
    identityCenter: {
      ...identityCenter,
      permissionSets: mapValues(identityCenter.permissionSets, (set) =>
        openPermissionSet(set, policy, pathTo),
      ),
    },
    roles: mapValues(roles, (role) => ({
      ...holder(role),
      trust: declaredTrustSchema.parse(referToProviders(toJson(role.trust), providers)),
    })),
  };
}

/** The ARN of a provider that stands beside becomes a reference, so that it is made before. */
function referToProviders(value: Json, providers: readonly string[]): Json {
  if (typeof value === 'string') {
    const open = /^arn:\{\{partition\}\}:iam::\{\{account\}\}:((?:oidc|saml)-provider\/.+)$/;
    const provider = open.exec(value)?.[1];
    return provider !== undefined && providers.includes(provider) ? `{{arn:${provider}}}` : value;
  }
  if (isList(value)) return value.map((member) => referToProviders(member, providers));
  if (value === null || typeof value !== 'object') return value;
  return mapValues(value, (member) => referToProviders(member, providers));
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function mapValues<From, To>(
  record: { readonly [key: string]: From },
  change: (value: From) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
