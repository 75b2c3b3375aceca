import { hexadecimal } from '../../account/identifiers.ts';
import type {
  OrganizationAccount,
  OrganizationalUnit,
  OrganizationPolicy,
} from '../../account/organization.ts';
import type { Loading } from '../loading.ts';
import type { Scenario } from '../scenario.ts';
import { makeRoot } from './make-root.ts';

type Given = NonNullable<Scenario['organization']>;

/** The organization with its accounts, policies and delegates, and what waits for an answer. */
export function loadOrganization(loading: Loading): void {
  const { account, scenario, ago } = loading;
  const { organization: given } = scenario;
  account.handshakes = scenario.handshakes.map((handshake, index) => ({
    id: `h-${hexadecimal(`${account.id}/handshake/${index}`, 32)}`,
    action: handshake.action,
    state: handshake.state,
    organization: given?.id ?? handshake.organization,
    requestedAt: ago(handshake.requestedDaysAgo),
    expiresAt: ago(-handshake.expiresInDays),
  }));
  if (given === undefined) return;
  const { delegatedAdministrators, id, managementEmail, featureSet, iamTrustedAccess, features } =
    given;
  const own = (id: string) => (id === 'self' ? account.id : id);
  const delegates = Object.entries(delegatedAdministrators).map(
    ([id, services]) => [own(id), new Map(services.map((service) => [service, ago(0)]))] as const,
  );
  const accounts = makeAccounts(loading, given);
  const iamHere = delegates.some(([id, services]) => id === account.id && services.has(iam));
  account.organization = {
    id,
    managementEmail,
    featureSet,
    features,
    rootId: rootIdOf(given),
    units: makeUnits(given),
    managementAccount: own(given.managementAccount),
    delegatedForIam: given.delegatedForIam || iamHere,
    trustedServices: new Map(iamTrustedAccess ? [[iam, ago(0)]] : []),
    accounts,
    policies: makePolicies(given, { accounts: [...accounts.keys()], own }),
    delegates: new Map(delegates),
  };
}

const iam = 'iam.amazonaws.com';

function rootIdOf({ id }: Given): string {
  return `r-${hexadecimal(id, 4)}`;
}

function makeUnits(given: Given): Map<string, OrganizationalUnit> {
  const root = rootIdOf(given);
  return new Map(
    Object.entries(given.units).map(([id, { name, parent = root }]) => [id, { id, name, parent }]),
  );
}

function makeAccounts(loading: Loading, given: Given): Map<string, OrganizationAccount> {
  const { account, scenario, ago } = loading;
  const management = given.managementAccount === 'self' ? account.id : given.managementAccount;
  const unnamed = { status: 'ACTIVE', joinedBy: 'CREATED', joinedDaysAgo: 0 } as const;
  const ids = new Set([management, account.id, ...Object.keys(given.accounts)]);
  const accounts = [...ids].map((id): [string, OrganizationAccount] => {
    const isManagement = id === management;
    const name = isManagement ? 'management' : (scenario.alias ?? 'member');
    const bareAccount = { ...unnamed, name, email: undefined, root: undefined, unit: undefined };
    const found = given.accounts[id] ?? bareAccount;
    const email = isManagement ? given.managementEmail : `aws+${id}@example.com`;
    return [
      id,
      {
        id,
        name: found.name,
        email: found.email ?? email,
        status: found.status,
        joinedAt: ago(found.joinedDaysAgo),
        joinedBy: isManagement ? 'INVITED' : found.joinedBy,
        parent: found.unit ?? rootIdOf(given),
        root: id === account.id ? account.root : makeRoot(loading, found.root ?? bare, id),
      },
    ];
  });
  return new Map(accounts);
}

/** Of a member of which the scenario says nothing. */
const bare: Scenario['root'] = {
  createdDaysAgo: 0,
  password: true,
  mfa: 'none',
  keys: [],
  certificates: [],
};

function makePolicies(
  given: Given,
  { accounts, own }: { readonly accounts: readonly string[]; readonly own: (id: string) => string },
): Map<string, OrganizationPolicy> {
  const rootId = rootIdOf(given);
  const policies = Object.entries(given.policies).map(
    ([name, policy]): OrganizationPolicy => ({
      id: `p-${hexadecimal(`${given.id}/${name}`, 8)}`,
      name,
      type: policy.type,
      description: policy.description,
      awsManaged: false,
      targets: policy.targets.map((target) => (target === 'root' ? rootId : own(target))),
    }),
  );
  const published = given.featureSet === 'ALL' ? allowingEverything : [];
  const all = [
    ...published.map((policy): OrganizationPolicy => {
      const isEnabled = given.policyTypes.includes(policy.type);
      return { ...policy, awsManaged: true, targets: isEnabled ? [rootId, ...accounts] : [] };
    }),
    ...policies,
  ];
  return new Map(all.map((policy) => [policy.id, policy]));
}

/** AWS's policies of an organization with all features; attached where their type is enabled. */
const allowingEverything = [
  {
    id: 'p-FullAWSAccess',
    name: 'FullAWSAccess',
    type: 'SERVICE_CONTROL_POLICY',
    description: 'Allows access to every operation',
  },
  {
    id: 'p-RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    type: 'RESOURCE_CONTROL_POLICY',
    description: 'Allows access to every resource',
  },
] as const;
