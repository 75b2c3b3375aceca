import { z } from 'zod';
import { actionPattern } from './sections/action-pattern.ts';
import { analyzers } from './sections/analyzers.ts';
import { assignments, membership } from './sections/assignments.ts';
import { credentials } from './sections/credentials.ts';
import {
  accountId,
  exceptions,
  pattern,
  resourcePattern,
  text,
} from './sections/pattern-schemas.ts';
import { contacts, people } from './sections/people.ts';
import { samlProviders } from './sections/saml-providers.ts';

const trust = z
  .strictObject({
    principals: z
      .array(
        text.regex(
          /^(\*|\d{12}|\{\{account\}\}|arn:\S+)$/,
          'must be an account id, an ARN (with * and ?), or "*" for everyone',
        ),
      )
      .optional()
      .describe('Accounts, users and roles. "*" alone allows everyone.'),
    organizations: z
      .array(
        text.regex(/^o-[a-z0-9]{10,32}$/, 'must be the id of an organization, as o-a1b2c3d4e5'),
      )
      .default([])
      .describe('Organizations whose members may be let in by aws:PrincipalOrgID.'),
    services: z
      .array(pattern)
      .optional()
      .describe('Service principals such as ec2.amazonaws.com, with * and ?.'),
    oidc: z
      .array(
        z.strictObject({
          issuer: text
            .regex(
              /^[\w.-]+(:\d+)?(\/[^\s*?]*)?$/,
              'must be an issuer without "https://" and wildcards',
            )
            .describe('As the provider is named, without https://.'),
          subjects: z.array(pattern).describe('What the sub claim may be, with * and ?.'),
          audiences: z
            .array(pattern)
            .optional()
            .describe('What the aud claim may be; left out, the condition on it may be too.'),
        }),
      )
      .optional()
      .describe('OIDC providers, each with the identities that may come from it.'),
    saml: z
      .array(text.regex(/^arn:\S+$/, 'must be the ARN of a SAML provider'))
      .optional()
      .describe('ARNs of SAML providers, with * and ?.'),
  })
  .describe('Who roles may let in. A list that is left out means no limit, an empty one nobody.')
  .meta({ id: 'Trust' });

const boundary = z
  .strictObject({
    allowed: z
      .array(text.regex(/^(arn:\S+|[\w+=,.@-]+(\/[\w+=,.@-]+)*)$/, 'must be a policy or its ARN'))
      .min(1)
      .describe('Policies of the account as PATH/NAME, or ARNs.'),
    required: z.boolean().default(true).describe('Whether there has to be one.'),
    except: exceptions,
  })
  .meta({ id: 'Boundary' });

const access = z
  .strictObject({
    name: text
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold lower-case letters, digits and single hyphens')
      .describe('Part of the id of its refusals.'),
    reason: z.string().optional().describe('Shown with the refusal.'),
    actions: z
      .array(actionPattern)
      .min(1)
      .describe('Any of them, on any of the resources, is refused.'),
    resources: z.array(pattern).min(1).optional().describe('ARNs with * and ?; all if left out.'),
    except: exceptions,
  })
  .meta({ id: 'NeverGrant' });

const patterns = z.array(pattern).optional();
const kinds = {
  roles: patterns,
  policies: patterns,
  groups: patterns,
  users: patterns,
  instanceProfiles: patterns,
};

/** `rolecall-guardrails.yaml`. What is left out limits nothing. */
export const guardrailsSchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  accounts: z.array(accountId).optional().describe('Accounts that manifests may be for.'),
  scopes: z.array(pattern).optional().describe('Scopes that manifests may have, with * and ?.'),
  trust: trust.optional(),
  boundary: z
    .strictObject({
      roles: boundary.optional(),
      users: boundary.optional(),
      permissionSets: boundary.optional(),
    })
    .default({})
    .describe('Permissions boundaries that are required.'),
  neverGrant: z
    .array(access)
    .default([])
    .refine(
      (list) => new Set(list.map(({ name }) => name)).size === list.length,
      'has a name twice',
    )
    .describe('Access that nobody may have once the plan is carried out.'),
  maxSessionDuration: z.number().int().min(3600).max(43200).optional().describe('Seconds.'),
  names: z
    .strictObject({
      ...kinds,
      permissionSets: patterns,
      identityCenterGroups: patterns,
      identityCenterUsers: patterns,
      samlProviders: patterns,
      oidcProviders: patterns,
      analyzers: patterns,
    })
    .default({})
    .describe('Patterns of which a name must match one, by kind.'),
  assignments: assignments.optional(),
  membership,
  credentials: credentials.optional(),
  samlProviders: samlProviders.optional(),
  analyzers: analyzers.optional(),
  contacts: contacts.optional(),
  people: people.optional(),
  paths: z
    .strictObject(kinds)
    .default({})
    .describe('Patterns of which a path must match one, by kind.'),
  protected: z.array(resourcePattern).default([]).describe('What no plan may change.'),
  allowSelf: z
    .boolean()
    .default(false)
    .describe("Lets a manifest of scope rolecall-core change Rolecall's own roles and policies."),
  maxDeletes: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Deletes and replacements that one plan may hold.'),
});

export type GuardrailRules = z.infer<typeof guardrailsSchema>;
export type TrustRules = NonNullable<GuardrailRules['trust']>;
export type BoundaryRules = NonNullable<GuardrailRules['boundary']['roles']>;
export type CredentialRules = NonNullable<GuardrailRules['credentials']>;
export type SamlRules = NonNullable<GuardrailRules['samlProviders']>;
export type AnalyzerRules = NonNullable<GuardrailRules['analyzers']>;
export type NeverGrant = GuardrailRules['neverGrant'][number];
