import { iamArn } from '@rolecall/policy';
import { arnOf } from '../manifest/resolve-resources.ts';
import { isUnderScope, scopePath } from '../model/ownership.ts';
import type { DesiredOf, DesiredResource, ResourceType } from '../model/resource.ts';
import { saysSignIn } from '../model/sign-in.ts';
import { coreNames, corePolicyArn, githubIssuer } from './core-names.ts';
import { findGaps } from './find-gaps.ts';
import { type BootstrapKind, kindOfType, type OptIn } from './kinds.ts';
import type { ApplyNeeds, Grantees } from './needs.ts';
import { isPowerful } from './powerful-policies.ts';

export interface NeedsInput {
  readonly partition: string;
  readonly account: string;
  readonly scope: string;
  /** What the manifest declares; undefined where there is none. */
  readonly desired: readonly DesiredResource[] | undefined;
  /** Kinds beyond those of the manifest; without both, roles and policies. */
  readonly kinds: readonly BootstrapKind[];
  readonly allowed: readonly OptIn[];
  /** ARNs of policies that may be attached, beyond those that the manifest attaches. */
  readonly attach: readonly string[];
  /** ARNs of boundaries that count as approved, beside our own. */
  readonly boundaries: readonly string[];
}

type Principal = DesiredOf<'role'> | DesiredOf<'user'>;

/** What the apply role needs, limited by the names and ARNs of the manifest; what it lacks as gaps. */
export function findNeeds(input: NeedsInput): ApplyNeeds {
  const { partition, account, scope, desired = [], allowed } = input;
  const approved = [corePolicyArn(input, coreNames.boundary), ...input.boundaries];
  const isBounded = ({ permissionsBoundary: boundary }: Principal) =>
    boundary !== undefined && approved.includes(boundary);
  const [roles, users] = [ofType(desired, 'role'), ofType(desired, 'user')];
  const unbounded = [...roles, ...users].filter((one) => !isBounded(one));
  const kinds = kindsOf(input);
  const named = allowed.includes('unbounded') ? unbounded : [];
  const usersToo = allowed.includes('users') && kinds.has('users');
  const groups = ofType(desired, 'group');
  const issuers = ofType(desired, 'oidc-provider').filter(({ url }) => url !== githubIssuer);
  return {
    partition,
    account,
    scope,
    kinds,
    allowed: new Set(allowed),
    bounded: {
      roles: boundedGrantees('role', roles.filter(isBounded), approved, input),
      users: boundedGrantees('user', users.filter(isBounded), approved, input),
    },
    named: {
      roles: namedGrantees(ofType(named, 'role'), approved, input),
      users: namedGrantees(usersToo ? ofType(named, 'user') : [], approved, input),
    },
    groups: {
      resources: [everyOf('group', input)],
      attach: attachable(groups, input),
    },
    policies: resourcesOf('policy', ofType(desired, 'policy'), input),
    instanceProfiles: resourcesOf('instance-profile', ofType(desired, 'instance-profile'), input),
    oidcProviders: issuers.map((one) => arnOf(one, input)),
    endingOidcProviders: issuers.filter(ends).map((one) => arnOf(one, input)),
    linkedServices: unique(ofType(desired, 'service-linked-role').map(({ service }) => service)),
    alternateContacts: ofType(desired, 'alternate-contact').map(({ name }) => name),
    protonSettings: {
      regions: ofType(desired, 'proton-settings').map(({ name }) => name),
      roles: unique(
        ofType(desired, 'proton-settings').flatMap(({ roles: passed }) =>
          Object.values(passed).filter((arn) => arn !== ''),
        ),
      ),
    },
    samlProviders: ofType(desired, 'saml-provider').map((one) => arnOf(one, input)),
    endingSamlProviders: ofType(desired, 'saml-provider')
      .filter(ends)
      .map((one) => arnOf(one, input)),
    analyzers: ofType(desired, 'analyzer').map((one) => arnOf(one, input)),
    assignedAccounts: unique(
      ofType(desired, 'account-assignment').map((assignment) => assignment.account),
    ),
    secretPlaces: users.flatMap(({ delivery }) =>
      delivery !== undefined && 'secretsManager' in delivery ? [delivery.secretsManager] : [],
    ),
    gaps: findGaps({ desired, kinds, allowed, attach: input.attach, unbounded }),
  };
}

function ends({ expiresAt }: DesiredResource): boolean {
  return expiresAt !== undefined;
}

function kindsOf({ desired, kinds, allowed }: NeedsInput): ReadonlySet<BootstrapKind> {
  const declared = (desired ?? []).map(({ type }) => kindOfType[type]);
  const wanted = allowed.filter((optIn) => optIn !== 'unbounded');
  const minted: readonly BootstrapKind[] = ofType(desired ?? [], 'user').some(saysSignIn)
    ? ['credentials']
    : [];
  const usual: readonly BootstrapKind[] =
    desired === undefined && kinds.length === 0 ? ['roles', 'policies'] : [];
  return new Set([...declared, ...minted, ...kinds, ...usual, ...wanted]);
}

function boundedGrantees(
  type: 'role' | 'user',
  principals: readonly Principal[],
  boundaries: readonly string[],
  input: NeedsInput,
): Grantees {
  return {
    resources: resourcesOf(type, principals, input),
    attach: attachable(principals, input),
    boundaries,
  };
}

function namedGrantees(
  principals: readonly Principal[],
  approved: readonly string[],
  input: NeedsInput,
): Grantees {
  const own = principals.flatMap(({ permissionsBoundary }) => permissionsBoundary ?? []);
  return {
    resources: unique(principals.flatMap((one) => namedArns(one, input))),
    attach: attachable(principals, input),
    boundaries: unique([...approved, ...own]),
  };
}

/** A user keeps its name while its path changes, so that it is known under any path of the scope. */
function namedArns(principal: Principal, input: NeedsInput): readonly string[] {
  const arn = arnOf(principal, input);
  if (principal.type === 'role' || !isUnderScope(principal, input.scope)) return [arn];
  const under = everyOf('user', input);
  return [arn, `${under.slice(0, -1)}${principal.name}`, `${under}/${principal.name}`];
}

/** Everything under the path of the scope, and by name what the manifest puts elsewhere. */
function resourcesOf(
  type: 'role' | 'user' | 'policy' | 'instance-profile',
  declared: readonly Extract<DesiredResource, { readonly path: string }>[],
  input: NeedsInput,
): readonly string[] {
  const elsewhere = declared.filter((one) => !isUnderScope(one, input.scope));
  return [everyOf(type, input), ...elsewhere.map((one) => arnOf(one, input))];
}

/** The policies of the scope, those that the manifest attaches to these, and those named for all. */
function attachable(
  holders: readonly { readonly managedPolicies: readonly string[] }[],
  input: NeedsInput,
): readonly string[] {
  const { attach, desired = [] } = input;
  const own = resourcesOf('policy', ofType(desired, 'policy'), input);
  const wanted = holders.flatMap(({ managedPolicies }) => managedPolicies);
  const attachedAnywhere = new Set(desired.flatMap(attachedBy));
  const foreign = [
    ...wanted.filter((arn) => !isPowerful(arn) || attach.includes(arn)),
    ...attach.filter((arn) => !attachedAnywhere.has(arn)),
  ];
  const everyOwn = everyOf('policy', input).slice(0, -1);
  return unique([...own, ...foreign.filter((arn) => !arn.startsWith(everyOwn)).sort()]);
}

function attachedBy(resource: DesiredResource): readonly string[] {
  return 'managedPolicies' in resource ? resource.managedPolicies : [];
}

function everyOf(
  type: string,
  { partition, account, scope }: Pick<NeedsInput, 'partition' | 'account' | 'scope'>,
): string {
  return iamArn({ partition, account, type, path: scopePath(scope), name: '*' });
}

function ofType<T extends ResourceType>(
  resources: readonly DesiredResource[],
  type: T,
): readonly DesiredOf<T>[] {
  return resources.filter((one): one is DesiredOf<T> => one.type === type);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
