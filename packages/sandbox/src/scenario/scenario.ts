import { z } from 'zod';
import { defaultQuotas } from '../account/quotas.ts';
import { checkReferences } from './check-references.ts';
import { analyzers, policyGenerations } from './sections/access-analyzer.ts';
import { trails } from './sections/cloudtrail.ts';
import {
  accessKey,
  accountId,
  certificate,
  days,
  document,
  root,
  status,
  tags,
} from './sections/common.ts';
import { contacts } from './sections/contacts.ts';
import { identityCenter } from './sections/identity-center.ts';
import { alarms, eventRules, metricFilters, topics } from './sections/monitoring.ts';
import { handshakes, organization } from './sections/organization.ts';
import {
  appRunnerServices,
  delegationRequests,
  instances,
  lastAccessed,
  outboundFederation,
  protonSettings,
  replicationSet,
  stacks,
} from './sections/workloads.ts';

const named = {
  path: z
    .string()
    .regex(/^\/(.*\/)?$/)
    .default('/'),
  createdDaysAgo: days.default(0),
  tags,
};
const holder = {
  /** `aws:job-function/SupportUser` is AWS's, `Deploy` is a policy of this scenario. */
  attach: z.array(z.string()).default([]),
  inline: z.record(z.string(), document).default({}),
};
const bounded = { boundary: z.string().optional() };

const user = z.strictObject({
  ...named,
  ...holder,
  ...bounded,
  password: z
    .strictObject({
      changedDaysAgo: days.default(0),
      usedDaysAgo: days.optional(),
      resetRequired: z.boolean().default(false),
    })
    .optional(),
  mfa: z.array(z.enum(['virtual', 'fido', 'hardware', 'sms'])).default([]),
  keys: z.array(accessKey).max(2).default([]),
  groups: z.array(z.string()).default([]),
  certificates: z.array(certificate).default([]),
  sshKeys: z.array(certificate).default([]),
  serviceCredentials: z
    .array(
      z.strictObject({
        service: z.string(),
        createdDaysAgo: days.default(0),
        expiresInDays: z.number().optional(),
        status,
      }),
    )
    .default([]),
});

const role = z
  .strictObject({
    ...named,
    ...holder,
    ...bounded,
    description: z.string().optional(),
    maxSession: z.number().int().min(3600).max(43200).default(3600),
    lastUsedDaysAgo: days.optional(),
    /** Short for a trust in one service. */
    trustService: z.string().optional(),
    trust: document.optional(),
  })
  .refine((one) => (one.trust === undefined) !== (one.trustService === undefined), {
    error: 'give either trust or trustService',
  });

const policy = z.strictObject({
  ...named,
  description: z.string().optional(),
  document,
  /** Documents of earlier versions, oldest first. */
  earlier: z.array(document).max(4).default([]),
});

export const scenarioShape = z.strictObject({
  description: z.string().default(''),
  root: root.prefault({}),
  alias: z.string().optional(),
  passwordPolicy: z
    .strictObject({
      minimumLength: z.number().int().min(6).max(128).default(6),
      symbols: z.boolean().default(false),
      numbers: z.boolean().default(false),
      uppercase: z.boolean().default(false),
      lowercase: z.boolean().default(false),
      usersCanChange: z.boolean().default(false),
      maxAgeDays: z.number().int().min(1).max(1095).optional(),
      reusePrevention: z.number().int().min(1).max(24).optional(),
      hardExpiry: z.boolean().optional(),
    })
    .optional(),
  organization: organization.optional(),
  handshakes,
  /** Those enabled; by default those that AWS enables by itself. */
  regions: z.array(z.string()).min(1).optional(),
  contacts: contacts.prefault({}),
  identityCenter: identityCenter.optional(),
  analyzers,
  policyGenerations,
  trails,
  metricFilters,
  alarms,
  eventRules,
  topics,
  instances,
  appRunnerServices,
  replicationSet,
  stacks,
  protonSettings,
  lastAccessed,
  delegationRequests,
  outboundFederation,
  quotas: z
    .partialRecord(z.enum(Object.keys(defaultQuotas)), z.number().int().positive())
    .default({}),
  globalEndpointTokenVersion: z.union([z.literal(1), z.literal(2)]).default(1),
  users: z.record(z.string(), user).default({}),
  groups: z
    .record(
      z.string(),
      z.strictObject({ path: named.path, createdDaysAgo: named.createdDaysAgo, ...holder }),
    )
    .default({}),
  roles: z.record(z.string(), role).default({}),
  policies: z.record(z.string(), policy).default({}),
  instanceProfiles: z
    .record(z.string(), z.strictObject({ ...named, role: z.string().optional() }))
    .default({}),
  /** Service principal → how long ago. */
  serviceLinkedRoles: z
    .record(
      z.string(),
      z.strictObject({ createdDaysAgo: days.default(0), lastUsedDaysAgo: days.optional() }),
    )
    .default({}),
  oidcProviders: z
    .array(
      z.strictObject({
        url: z.string(),
        clientIds: z.array(z.string()).default([]),
        thumbprints: z.array(z.string()).default([]),
        createdDaysAgo: days.default(0),
        tags,
      }),
    )
    .default([]),
  samlProviders: z
    .array(
      z.strictObject({
        name: z.string(),
        createdDaysAgo: days.default(0),
        validForDays: z.number(),
        /** XML; a text that is none unless given. */
        metadata: z.string().optional(),
        tags,
      }),
    )
    .default([]),
  serverCertificates: z
    .array(
      z.strictObject({
        name: z.string(),
        path: named.path,
        uploadedDaysAgo: days.default(0),
        expiresInDays: z.number(),
      }),
    )
    .default([]),
  /** Bulk to make an account large: so many more of each. */
  generate: z
    .strictObject({
      users: z.number().int().nonnegative().default(0),
      groups: z.number().int().nonnegative().default(0),
      roles: z.number().int().nonnegative().default(0),
      policies: z.number().int().nonnegative().default(0),
    })
    .prefault({}),
});

/** What an account holds at the start. All times are relative to the moment of loading. */
export const scenarioSchema = scenarioShape
  .extend({
    /** Further accounts of the organization with what they hold, by id. */
    members: z.record(accountId, scenarioShape.omit({ organization: true })).default({}),
  })
  .superRefine((given, context) => {
    const wrong = (path: readonly PropertyKey[], message: string): void => {
      context.addIssue({ code: 'custom', path: [...path], message });
    };
    checkReferences(given, wrong);
    for (const [id, member] of Object.entries(given.members)) {
      const whole = { ...member, organization: undefined };
      checkReferences(whole, (path, message) => wrong(['members', id, ...path], message));
    }
    if (Object.keys(given.members).length > 0 && given.organization === undefined)
      wrong(['members'], 'are accounts of an organization, and there is none');
  });

export type Scenario = z.infer<typeof scenarioSchema>;
