import { z } from 'zod';
import data from '../../data/escalation-paths.json' with { type: 'json' };

/** Whom or what a way up goes through. */
const targetSchema = z.discriminatedUnion('kind', [
  /** The caller itself gets a policy. */
  z.strictObject({ kind: z.literal('self'), principal: z.enum(['user', 'role']) }),
  /** A policy of the account that the caller has, by itself or by a group. */
  z.strictObject({ kind: z.literal('own-policy'), versions: z.literal('several').optional() }),
  z.strictObject({ kind: z.literal('own-group') }),
  /** The caller would be administrator without its boundary. */
  z.strictObject({ kind: z.literal('boundary'), principal: z.enum(['user', 'role']) }),
  z.strictObject({ kind: z.literal('boundary-policy') }),
  /** One that is administrator, or can become it. */
  z.strictObject({ kind: z.literal('user') }),
  z.strictObject({ kind: z.literal('group'), caller: z.literal('user').optional() }),
  z.strictObject({
    kind: z.literal('role'),
    /** The service that the role trusts, or `saml-provider`. */
    trusts: z.string().optional(),
    instanceProfile: z.literal(true).optional(),
  }),
  /** Any other one, which is first made administrator. */
  z.strictObject({ kind: z.literal('any-user'), policy: z.literal('attached').optional() }),
  z.strictObject({ kind: z.literal('any-role'), policy: z.literal('attached').optional() }),
  z.strictObject({ kind: z.literal('new'), what: z.enum(['user', 'role']) }),
  /** The other accounts of the organization. */
  z.strictObject({
    kind: z.literal('members'),
    by: z.enum(['root-sessions', 'management-account']),
  }),
]);

const stepSchema = z.strictObject({
  action: z.string(),
  /** `self`, `user`, `group`, `role`, `policy`, `provider`, `*`, or one of `resources`. */
  resource: z.string(),
  /** Condition keys that the request has beside those that every request has. */
  context: z.record(z.string(), z.string()).optional(),
  /** Trust policy that decides too: the role's own, or one that names the caller. */
  trust: z.enum(['existing', 'caller']).optional(),
});

const pathSchema = z.strictObject({
  id: z.string(),
  /** What whoever takes it does. */
  title: z.string(),
  service: z.string(),
  target: targetSchema,
  /** The requests, in this order; all of them have to be allowed. */
  steps: z.array(stepSchema).readonly(),
  /** Needs something that runs as the role, or an old version, which snapshots do not show. */
  workload: z.literal('existing').optional(),
  /** Day since which AWS no longer offers the service. */
  ended: z.iso.date().optional(),
  sources: z.array(z.url()).readonly(),
});

const catalogueSchema = z.strictObject({
  /** Day of the facts. */
  asOf: z.iso.date(),
  /** Name → ARN with `{partition}`, `{region}`, `{account}`, `{member}` and `{name}`. */
  resources: z.record(z.string(), z.string()),
  paths: z.array(pathSchema).readonly(),
});

/**
 * Ways by which a user or role becomes administrator.
 * Sources: AWS documentation, pathfinding.cloud, Rhino Security Labs.
 */
export const escalationCatalogue = catalogueSchema.parse(data);

export type EscalationPath = z.infer<typeof pathSchema>;
export type EscalationStep = EscalationPath['steps'][number];
