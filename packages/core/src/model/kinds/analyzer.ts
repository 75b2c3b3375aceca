import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { lifeMembers } from '../life-schema.ts';
import type { Tags } from '../snapshot.ts';

export const analyzerTypes = [
  'ACCOUNT',
  'ORGANIZATION',
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
  'ACCOUNT_INTERNAL_ACCESS',
  'ORGANIZATION_INTERNAL_ACCESS',
] as const;
export type AnalyzerType = (typeof analyzerTypes)[number];

/** What a property of a finding must be; all that is said holds together. */
export interface Criterion {
  readonly eq?: string[] | undefined;
  readonly neq?: string[] | undefined;
  readonly contains?: string[] | undefined;
  readonly exists?: boolean | undefined;
}

/** Property of a finding → what it must be. */
export interface FindingFilter {
  readonly [property: string]: Criterion;
}

export interface DesiredAnalyzer extends Declared, Adopting {
  readonly type: 'analyzer';
  readonly region: string;
  /** Without the region, which `name` begins with. */
  readonly analyzerName: string;
  readonly analyzerType: AnalyzerType;
  /** Days; of analyzers of unused access. */
  readonly unusedAccessAge: number | undefined;
  readonly archiveRules: { readonly [name: string]: FindingFilter };
  /** Whether archive rules beyond the declaration are taken away. */
  readonly exclusive: boolean;
  readonly tags: Tags;
}

export interface LiveAnalyzer {
  readonly type: 'analyzer';
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly analyzerName: string;
  /** As AWS names it; one day there may be others. */
  readonly analyzerType: string;
  readonly unusedAccessAge: number | undefined;
  readonly archiveRules: { readonly [name: string]: FindingFilter };
  readonly tags: Tags;
}

/** An analyzer is one of its region. */
export function analyzerKeyName(region: string, analyzerName: string): string {
  return `${region}/${analyzerName}`;
}

const values = z.array(z.string().min(1)).min(1).max(20).optional();
const criterion = z
  .strictObject({ eq: values, neq: values, contains: values, exists: z.boolean().optional() })
  .refine((given) => Object.values(given).some((one) => one !== undefined), 'says nothing')
  .meta({ id: 'Criterion' });

const ruleName = z
  .string()
  .max(255)
  .regex(/^[A-Za-z][\w.-]*$/, 'must begin with a letter; further letters, digits and . _ -');

/** Source: Access Analyzer API Reference (botocore 1.43.11). */
export function analyzersWith<T extends z.ZodType>(tags: T) {
  const analyzer = z
    .strictObject({
      type: z
        .enum(analyzerTypes)
        .default('ACCOUNT')
        .describe('ACCOUNT and ORGANIZATION find access from outside, and cost nothing.'),
      regions: z
        .array(z.string().regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/, 'must be a region, as eu-central-1'))
        .min(1)
        .describe('Access from outside is found by region: name each one in use.'),
      unusedAccessAge: z.number().int().min(1).max(365).optional().describe('Days; 90 by default.'),
      archiveRules: z
        .record(
          ruleName,
          z
            .strictObject({
              filter: z
                .record(z.string().min(1), criterion)
                .refine((filter) => Object.keys(filter).length > 0, 'would archive every finding')
                .describe('Property of a finding → what it must be. AWS checks neither.'),
            })
            .meta({ id: 'ArchiveRule' }),
        )
        .default({})
        .describe('Findings to come that nobody has to look at.'),
      exclusive: z
        .boolean()
        .default(true)
        .describe('Whether archive rules beyond the declaration are taken away.'),
      tags,
      adopt: z
        .boolean()
        .default(false)
        .describe('Allows one that is there and belongs to no scope to be taken over.'),
      ...lifeMembers,
    })
    .refine(({ regions }) => new Set(regions).size === regions.length, {
      message: 'names a region twice',
      path: ['regions'],
    })
    .refine(({ type, regions }) => !type.endsWith('_UNUSED_ACCESS') || regions.length === 1, {
      message: 'IAM is the same in every region: name one, for each costs the whole',
      path: ['regions'],
    })
    .refine(
      ({ type, unusedAccessAge }) =>
        unusedAccessAge === undefined || type.endsWith('_UNUSED_ACCESS'),
      { message: 'is for analyzers of unused access only', path: ['unusedAccessAge'] },
    )
    .meta({ id: 'Analyzer' });
  return z
    .record(
      z
        .string()
        .max(255)
        .regex(/^[A-Za-z_][\w.-]*$/, 'must begin with a letter; further letters, digits and . _ -'),
      analyzer,
    )
    .default({});
}
