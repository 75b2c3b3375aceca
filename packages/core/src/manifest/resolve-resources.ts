import { iamArn, type Json, type PolicyDocument } from '@rolecall/policy';
import { DuplicateKey, substitute, UnknownPlaceholder } from '../blueprints/substitute.ts';
import type { Diagnostic } from '../model/errors.ts';
import { scopePath } from '../model/ownership.ts';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import { type DesiredResource, resourceKey } from '../model/resource.ts';
import { type DesiredLogin, wantsDelivery } from '../model/sign-in.ts';
import type { PartValue } from '../model/snapshot.ts';
import type { CopiedPolicy, DeclaredResource } from './declare-resources.ts';
import { declarationOf } from './kinds/declarations.ts';
import type { Manifest } from './manifest.ts';
import { type PolicyNames, resolvePolicyName } from './resolve-policy-name.ts';
import type { Resolver } from './resolver.ts';

/** What the account shows that a declaration can refer to. */
export interface ExpansionFacts {
  /** AWS-managed policies whose text is copied; absent while it has not been read yet. */
  readonly managedDocuments: PartValue<'managedDocuments'> | undefined;
}

type Account = Pick<Manifest, 'account' | 'partition' | 'scope'>;

/** Resolves names of policies to ARNs, and `{{…}}` in documents to what they stand for. */
export function resolveResources(
  declared: readonly DeclaredResource[],
  account: Account,
  facts: ExpansionFacts,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const arns = new Map(
    declared.map((resource) => [resourceKey(resource), arnOf(resource, account)]),
  );
  const names: PolicyNames = {
    account: account.account,
    partition: account.partition,
    declared: new Map(
      declared.flatMap((resource) =>
        resource.type === 'policy' ? [[resource.name.toLowerCase(), arnOf(resource, account)]] : [],
      ),
    ),
  };
  const resources = declared.flatMap((resource) => {
    const fault = (message: string, hint?: string): void => {
      diagnostics.push({
        code: 'MANIFEST_INVALID',
        message: `${resource.address}: ${message}.`,
        position: resource.position,
        hint,
      });
    };
    const resolver = createResolver({ account, arns, names, facts, fault });
    const resolved = resolveResource(resource, resolver);
    checkGroupPath(resource, account.scope, fault);
    checkDelivery(resource, fault);
    return resolved ? [resolved] : [];
  });
  return { resources, diagnostics };
}

/** The ARN that a declared resource has, or will have. */
export function arnOf(
  resource: DeclaredResource | DesiredResource,
  { partition, account }: Omit<Account, 'scope'>,
): string {
  switch (resource.type) {
    case 'role':
    case 'policy':
    case 'group':
    case 'user':
    case 'instance-profile': {
      const { type, path, name } = resource;
      return iamArn({ partition, account, type, path, name });
    }
    case 'oidc-provider':
      return iamArn({ partition, account, type: 'oidc-provider', name: resource.url });
    case 'service-linked-role':
      return iamArn({
        partition,
        account,
        type: 'role',
        path: '/aws-service-role/',
        name: `${resource.service}/*`,
      });
    case 'account-alias':
    case 'password-policy':
      return `arn:${partition}:iam::${account}:root`;
    default:
      return declarationOf(resource.type).arn(resource, { partition, account });
  }
}

/** Stands for the text of a copied policy until the account has been read. */
const notReadYet: PolicyDocument = { Statement: [] };

function resolveResource(resource: DeclaredResource, to: Resolver): DesiredResource | undefined {
  switch (resource.type) {
    case 'role':
      return {
        ...resource,
        ...grantsOf(resource, to),
        trust: to.document(resource.trust),
        permissionsBoundary: to.boundary(resource.permissionsBoundary),
      };
    case 'user':
      return {
        ...resource,
        ...grantsOf(resource, to),
        permissionsBoundary: to.boundary(resource.permissionsBoundary),
        ...(resource.login ? { login: loginOf(resource.login, to) } : {}),
      };
    case 'group':
      return { ...resource, ...grantsOf(resource, to) };
    case 'policy': {
      if (isCopied(resource)) return to.copy(resource);
      return { ...resource, document: to.document(resource.document) };
    }
    case 'account-alias':
    case 'instance-profile':
    case 'oidc-provider':
    case 'password-policy':
    case 'service-linked-role':
      return resource;
    default:
      return declarationOf(resource.type).resolve?.(resource, to) ?? resource;
  }
}

function loginOf({ switchRoles, ...login }: DesiredLogin, to: Resolver): DesiredLogin {
  return { ...login, switchRoles: switchRoles.map((name) => to.role(name)) };
}

interface Grants {
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: { readonly [name: string]: PolicyDocument };
}

function grantsOf({ managedPolicies, inlinePolicies }: Grants, to: Resolver): Grants {
  return {
    managedPolicies: [...new Set(managedPolicies.map((name) => to.policy(name)))],
    inlinePolicies: Object.fromEntries(
      Object.entries(inlinePolicies).map(([name, document]) => [name, to.document(document)]),
    ),
  };
}

interface ResolverInput {
  readonly account: Account;
  readonly arns: ReadonlyMap<string, string>;
  readonly names: PolicyNames;
  readonly facts: ExpansionFacts;
  readonly fault: (message: string, hint?: string) => void;
}

function createResolver({ account, arns, names, facts, fault }: ResolverInput): Resolver {
  const policy = (name: string): string => {
    const filled = fill(name);
    const resolved = resolvePolicyName(typeof filled === 'string' ? filled : name, names);
    if ('arn' in resolved) return resolved.arn;
    fault(resolved.fault, resolved.hint);
    return name;
  };
  const placeholder = (name: string): Json | undefined => {
    if (name === 'account' || name === 'partition' || name === 'scope') return account[name];
    return name.startsWith('arn:') ? arns.get(name.slice('arn:'.length).toLowerCase()) : undefined;
  };
  const fill = (template: Json): Json => {
    try {
      return substitute(template, placeholder);
    } catch (error) {
      if (error instanceof DuplicateKey) {
        fault(`the key "${error.key}" comes about twice`);
        return template;
      }
      if (!(error instanceof UnknownPlaceholder)) throw error;
      fault(
        `{{${error.placeholder}}} stands for nothing`,
        placeholderHint(error.placeholder, arns),
      );
      return template;
    }
  };
  const document = (wanted: PolicyDocument): PolicyDocument => {
    const text = JSON.stringify(wanted);
    const foreign = /[^\t\n\r\x20-\xFF]/u.exec(text)?.[0];
    if (foreign !== undefined) fault(`a policy holds "${foreign}", a character IAM does not take`);
    const json: Json = JSON.parse(text);
    return policyDocumentSchema.parse(text.includes('{{') ? fill(json) : json);
  };
  return {
    policy,
    boundary: (name) => (name === undefined ? undefined : policy(name)),
    role: (name) => arns.get(`role/${name.toLowerCase()}`)?.replace(/^.*:role\//, '') ?? name,
    roleArn: (name) => {
      const filled = fill(name);
      if (typeof filled !== 'string' || filled.startsWith('{{')) return name;
      if (filled === '' || filled.startsWith('arn:')) return filled;
      const arn = arns.get(`role/${filled.toLowerCase()}`);
      if (arn !== undefined) return arn;
      fault(`no role ${filled} is declared`, 'Declare it, or write the ARN of one that is there.');
      return name;
    },
    document,
    copy: (copied) => {
      const copyOf = policy(copied.document.copyOf);
      const found = facts.managedDocuments?.[copyOf];
      if (facts.managedDocuments && !found && copyOf.startsWith('arn:')) {
        fault(`AWS has no policy ${copyOf} to copy, or it could not be read`);
      }
      return { ...copied, document: found?.document ?? notReadYet, copyOf };
    },
  };
}

function placeholderHint(placeholder: string, arns: ReadonlyMap<string, string>): string {
  return placeholder.startsWith('arn:')
    ? `Declared are: ${[...arns.keys()].join(', ') || 'none'}.`
    : 'There are {{account}}, {{partition}}, {{scope}} and {{arn:role/Name}}.';
}

function isCopied(policy: Extract<DeclaredResource, { type: 'policy' }>): policy is CopiedPolicy {
  return 'copyOf' in policy.document;
}

/** Groups cannot be tagged, so their path is the only mark that they are ours. */
function checkGroupPath(
  resource: DeclaredResource,
  scope: string,
  fault: (message: string, hint?: string) => void,
): void {
  if (resource.type !== 'group' || resource.path.startsWith(scopePath(scope))) return;
  // One that is taken over stays where it lies, and nothing but its declaration says it is ours.
  if (resource.adopt && resource.expiresAt === undefined) return;
  if (resource.adopt) {
    fault(
      `it lies outside of ${scopePath(scope)} and is only taken over, so it is never deleted, and cannot end`,
      'Let its members end ("expiresAt" on users), or give the policies to a group of your own that ends. Without "expiresAt" its policies go once the manifest no longer names them.',
    );
    return;
  }
  fault(
    `the path of a group must begin with ${scopePath(scope)}`,
    'Groups cannot carry tags; their path shows who owns them. One that is there already is managed with "adopt: true".',
  );
}

/** A password that nobody is given is worse than none. */
function checkDelivery(
  resource: DeclaredResource,
  fault: (message: string, hint?: string) => void,
): void {
  if (resource.type !== 'user' || resource.delivery !== undefined) return;
  if (!wantsDelivery(resource)) return;
  fault(
    'a password or an access key is asked for, and nothing says to whom it is delivered',
    'Write "delivery: { recipients: [age1…] }" beside it, or at the top of the manifest.',
  );
}
