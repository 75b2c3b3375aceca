import { z } from 'zod';
import { days, region, tags } from './common.ts';

export const instances = z
  .array(
    z.strictObject({
      region,
      state: z
        .enum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'])
        .default('running'),
      /** Name of an instance profile of the scenario. */
      profile: z.string().optional(),
      launchedDaysAgo: days.default(0),
      tags,
    }),
  )
  .default([]);

export const appRunnerServices = z
  .array(
    z.strictObject({
      name: z.string(),
      region,
      status: z
        .enum(['RUNNING', 'PAUSED', 'CREATE_FAILED', 'DELETE_FAILED', 'DELETED'])
        .default('RUNNING'),
      createdDaysAgo: days.default(0),
    }),
  )
  .default([]);

/** AWS allows one an account. */
export const replicationSet = z
  .strictObject({
    status: z.enum(['ACTIVE', 'CREATING', 'UPDATING', 'DELETING', 'FAILED']).default('ACTIVE'),
    deletionProtected: z.boolean().default(false),
    /** Region → status. */
    regions: z.record(z.string(), z.enum(['ACTIVE', 'CREATING', 'DELETING', 'FAILED'])),
    createdDaysAgo: days.default(0),
  })
  .optional();

export const stacks = z
  .array(
    z.strictObject({
      name: z.string(),
      region,
      status: z
        .enum(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'ROLLBACK_COMPLETE', 'DELETE_FAILED'])
        .default('CREATE_COMPLETE'),
      /** Name of a role of the scenario. */
      role: z.string().optional(),
      createdDaysAgo: days.default(0),
      tags,
    }),
  )
  .default([]);

/** Region → what Proton keeps there for the account. */
export const protonSettings = z
  .record(
    z.string(),
    z.strictObject({
      /** Names of roles of the scenario. */
      pipelineServiceRole: z.string().optional(),
      pipelineCodebuildRole: z.string().optional(),
      repository: z
        .strictObject({
          name: z.string(),
          branch: z.string().default('main'),
          provider: z.enum(['GITHUB', 'GITHUB_ENTERPRISE', 'BITBUCKET']).default('GITHUB'),
        })
        .optional(),
    }),
  )
  .default({});

/** `user/…`, `role/…` or `group/…` → service → how many days ago it was last used. */
export const lastAccessed = z
  .record(
    z.string().regex(/^(user|role|group)\/.+$/),
    z.record(z.string(), z.union([days, z.literal('never')])),
  )
  .default({});

export const delegationRequests = z
  .array(
    z.strictObject({
      state: z
        .enum(['UNASSIGNED', 'ASSIGNED', 'PENDING_APPROVAL', 'ACCEPTED', 'REJECTED'])
        .default('PENDING_APPROVAL'),
      requester: z.string(),
      createdDaysAgo: days.default(0),
    }),
  )
  .default([]);

export const outboundFederation = z.boolean().default(false);
