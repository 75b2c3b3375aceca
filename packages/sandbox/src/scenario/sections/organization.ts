import { z } from 'zod';
import { accountId, accountOrSelf, days, root } from './common.ts';

const policyTypes = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'DECLARATIVE_POLICY_EC2',
] as const;

const unitId = z.string().regex(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/);

const account = z.strictObject({
  name: z.string(),
  email: z.string().optional(),
  status: z.enum(['ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE']).default('ACTIVE'),
  joinedDaysAgo: days.default(0),
  joinedBy: z.enum(['INVITED', 'CREATED']).default('CREATED'),
  root: root.prefault({}),
  /** The unit it lies in; left out, the root of the organization. */
  unit: unitId.optional(),
});

const unit = z.strictObject({ name: z.string(), parent: unitId.optional() });

const policy = z.strictObject({
  type: z.enum(policyTypes).default('SERVICE_CONTROL_POLICY'),
  description: z.string().default(''),
  /** `root`, `ou-…` or accounts. */
  targets: z.array(z.string().regex(/^(root|self|ou-[a-z0-9-]+|\d{12})$/)).default([]),
});

export const organization = z.strictObject({
  id: z.string().regex(/^o-[a-z0-9]{10,32}$/),
  managementAccount: accountOrSelf.default('self'),
  managementEmail: z.string().default('root@example.com'),
  featureSet: z.enum(['ALL', 'CONSOLIDATED_BILLING']).default('ALL'),
  delegatedForIam: z.boolean().default(false),
  iamTrustedAccess: z.boolean().default(true),
  features: z.array(z.enum(['RootCredentialsManagement', 'RootSessions'])).default([]),
  /** By id. The management account and this one are added where they are not named. */
  accounts: z.record(accountId, account).default({}),
  /** Organizational units by id; without a parent they lie in the root. */
  units: z.record(unitId, unit).default({}),
  /** What is enabled: AWS's policy that allows everything is attached everywhere then. */
  policyTypes: z.array(z.enum(policyTypes)).default([]),
  /** By name. */
  policies: z.record(z.string(), policy).default({}),
  /** Account → service principals. */
  delegatedAdministrators: z.record(accountOrSelf, z.array(z.string()).min(1)).default({}),
});

export const handshakes = z
  .array(
    z.strictObject({
      action: z.enum(['INVITE', 'ENABLE_ALL_FEATURES', 'APPROVE_ALL_FEATURES']).default('INVITE'),
      state: z
        .enum(['REQUESTED', 'OPEN', 'CANCELED', 'ACCEPTED', 'DECLINED', 'EXPIRED'])
        .default('OPEN'),
      /** Of whom it comes; this account's own where it has one. */
      organization: z.string().default('o-0000000000'),
      requestedDaysAgo: days.default(0),
      expiresInDays: z.number().default(15),
    }),
  )
  .default([]);
