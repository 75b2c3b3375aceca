import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';

export const protonRoles = ['pipelineServiceRole', 'pipelineCodebuildRole'] as const;
export type ProtonRole = (typeof protonRoles)[number];

/** ARNs of the roles that pipelines are provisioned with; empty where none is set. */
export type ProtonSettings = { readonly [R in ProtonRole]: string };

/** What AWS Proton keeps for the account in one region, which is the name. */
export interface DesiredProtonSettings extends Declared, Adopting {
  readonly type: 'proton-settings';
  readonly roles: ProtonSettings;
}

export interface LiveProtonSettings {
  readonly type: 'proton-settings';
  readonly name: string;
  readonly roles: ProtonSettings;
}

const role = z
  .string()
  .max(2048)
  .regex(
    /^(?:|[\w+=,.@-]{1,64}|\{\{arn:role\/[\w+=,.@-]{1,64}\}\}|arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+)$/,
    'must be the name of a declared role, {{arn:role/NAME}}, or the ARN of a role',
  )
  .default('');

/** Source: AWS Proton API Reference, UpdateAccountSettings (botocore 1.43.11). */
export const protonSettings = z
  .record(
    z.string().regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/, 'must be a region, as eu-central-1'),
    z
      .strictObject({
        pipelineServiceRole: role.describe(
          'Role that Proton provisions pipelines with. Left out or empty, none is set.',
        ),
        pipelineCodebuildRole: role.describe(
          'Role that CodeBuild provisions pipelines with. Left out or empty, none is set.',
        ),
        includeRetired: z
          .boolean()
          .default(false)
          .describe('Means it though AWS has ended Proton.'),
        adopt: z
          .boolean()
          .default(false)
          .describe('Allows the roles that are set to be replaced, or unset.'),
      })
      .meta({ id: 'ProtonSettings' }),
  )
  .default({})
  .describe('Region → roles of the pipelines of AWS Proton. AWS has ended Proton.');
