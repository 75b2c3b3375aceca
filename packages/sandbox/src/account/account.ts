import type { Faults } from '../faults.ts';
import type { Analyzer, PolicyGeneration } from './analyzers.ts';
import type { Contacts } from './contacts.ts';
import type {
  Group,
  InstanceProfile,
  Instant,
  ManagedPolicy,
  OidcProvider,
  PasswordPolicy,
  Role,
  Root,
  SamlProvider,
  ServerCertificate,
  Session,
  User,
  VirtualMfa,
} from './entities.ts';
import { type IdPrefix, uniqueId } from './identifiers.ts';
import type { CenterRequest, IdentityCenter } from './identity-center.ts';
import type { Alarm, EventRule, MetricFilter, Topic } from './monitoring.ts';
import type { Handshake, Organization } from './organization.ts';
import { defaultQuotas, type Quotas } from './quotas.ts';
import { type RegionStatus, regionsOf } from './regions.ts';
import type { StoredSecret } from './secrets.ts';
import type { Trail } from './trails.ts';
import type {
  AppRunnerService,
  DelegationRequest,
  Instance,
  OutboundFederation,
  ProtonSettings,
  ReplicationSet,
  ServiceUse,
  Stack,
} from './workloads.ts';

/**
 * One account. Maps of IAM's entities are keyed by lower-case name, since AWS's names ignore case;
 * what else has an ARN is kept by it.
 */
export interface Account {
  readonly id: string;
  readonly partition: string;
  readonly clock: () => Date;
  /** Belongs to the sandbox; here because checks of trust policies ask it. */
  readonly faults: Faults;
  /** Services that trusts may name besides those in the data. */
  readonly servicePrincipals: ReadonlySet<string>;
  root: Root;
  alias?: string | undefined;
  passwordPolicy?: PasswordPolicy | undefined;
  organization?: Organization | undefined;
  quotas: Quotas;
  /** 1 or 2: whether STS tokens of the global endpoint are valid in opt-in Regions. */
  globalEndpointTokenVersion: 1 | 2;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly roles: Map<string, Role>;
  readonly policies: Map<string, ManagedPolicy>;
  readonly instanceProfiles: Map<string, InstanceProfile>;
  readonly oidcProviders: Map<string, OidcProvider>;
  readonly samlProviders: Map<string, SamlProvider>;
  readonly serverCertificates: Map<string, ServerCertificate>;
  readonly virtualMfa: Map<string, VirtualMfa>;
  delegationRequests: readonly DelegationRequest[];
  outboundFederation?: OutboundFederation | undefined;
  /** `role/<lower-case name>` → what it used. */
  readonly lastAccessed: Map<string, readonly ServiceUse[]>;
  regions: ReadonlyMap<string, RegionStatus>;
  contacts: Contacts;
  handshakes: readonly Handshake[];
  identityCenter?: IdentityCenter | undefined;
  readonly analyzers: Map<string, Analyzer>;
  policyGenerations: readonly PolicyGeneration[];
  readonly trails: Map<string, Trail>;
  metricFilters: readonly MetricFilter[];
  alarms: readonly Alarm[];
  eventRules: readonly EventRule[];
  readonly topics: Map<string, Topic>;
  /** Of Secrets Manager. */
  readonly secrets: Map<string, StoredSecret>;
  instances: readonly Instance[];
  appRunnerServices: readonly AppRunnerService[];
  readonly replicationSets: Map<string, ReplicationSet>;
  stacks: readonly Stack[];
  /** By Region. */
  readonly protonSettings: Map<string, ProtonSettings>;
  readonly passing: Passing;
}

/** What passes and is no part of the account's state: reports, tasks, sessions, recent births. */
export interface Passing {
  calls: number;
  readonly incarnations: Map<string, number>;
  readonly births: Map<string, Birth>;
  readonly deletionTasks: Map<string, { readonly role: string; polls: number }>;
  /** By job: whose use of services, and how often it was asked for. */
  readonly useJobs: Map<string, UseJob>;
  /** By id; requests to Identity Center. */
  readonly centerRequests: Map<string, CenterRequest>;
  /** By access key. */
  readonly sessions: Map<string, Session>;
  report?: Report | undefined;
}

export interface UseJob {
  /** Of a user, group, role or policy. */
  readonly arn: string;
  readonly startedAt: Instant;
  reads: number;
}

export interface Birth {
  readonly call: number;
  readonly at: number;
  reads: number;
}

export interface Report {
  readonly content: string;
  readonly startedAt: number;
  state: 'started' | 'complete';
  reads: number;
}

/** An account with nothing in it but its root user, who has a password. */
export function createAccount(seed: {
  readonly id: string;
  readonly partition: string;
  readonly clock: () => Date;
  readonly faults: Faults;
  readonly servicePrincipals: ReadonlySet<string>;
}): Account {
  return {
    ...seed,
    root: {
      createdAt: instantOf(seed.clock()),
      password: true,
      keys: [],
      mfa: 'none',
      certificates: [],
    },
    quotas: defaultQuotas,
    globalEndpointTokenVersion: 1,
    users: new Map(),
    groups: new Map(),
    roles: new Map(),
    policies: new Map(),
    instanceProfiles: new Map(),
    oidcProviders: new Map(),
    samlProviders: new Map(),
    serverCertificates: new Map(),
    virtualMfa: new Map(),
    delegationRequests: [],
    lastAccessed: new Map(),
    regions: regionsOf(seed.partition, undefined),
    contacts: {
      primary: {
        fullName: 'Jane Doe',
        phone: '+12065550100',
        address: '100 Main Street',
        city: 'Seattle',
        postalCode: '98101',
        country: 'US',
      },
      alternate: new Map(),
    },
    handshakes: [],
    analyzers: new Map(),
    policyGenerations: [],
    trails: new Map(),
    metricFilters: [],
    alarms: [],
    eventRules: [],
    topics: new Map(),
    secrets: new Map(),
    instances: [],
    appRunnerServices: [],
    replicationSets: new Map(),
    stacks: [],
    protonSettings: new Map(),
    passing: {
      calls: 0,
      incarnations: new Map(),
      births: new Map(),
      deletionTasks: new Map(),
      useJobs: new Map(),
      centerRequests: new Map(),
      sessions: new Map(),
    },
  };
}

export function now(account: Account): Instant {
  return instantOf(account.clock());
}

export function instantOf(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A new unique id for the name; another one each time the name is used again. */
export function newId(account: Account, prefix: IdPrefix, name: string): string {
  const seed = `${account.id}/${prefix}/${name.toLowerCase()}`;
  const incarnation = (account.passing.incarnations.get(seed) ?? 0) + 1;
  account.passing.incarnations.set(seed, incarnation);
  return uniqueId(prefix, `${seed}/${incarnation}`);
}

/** Remembers that the entity was created by the present call, for the faults of propagation. */
export function recordBirth(account: Account, id: string): void {
  account.passing.births.set(id, {
    call: account.passing.calls,
    at: account.clock().getTime(),
    reads: 0,
  });
}

/** Entities in AWS's order: by name. */
export function sorted<T extends { readonly name: string }>(entities: Map<string, T>): T[] {
  return [...entities].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entity]) => entity);
}
