import { expect, it } from 'vitest';
import { z } from 'zod';
import { aFinding, aReport, everyFinding } from '../testing/report.fixture.ts';
import { asffBatchSize, findingsAsff } from './findings-asff.ts';

const label = z.object({
  Label: z.enum(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
});

/** What BatchImportFindings requires of a finding, and its limits of length. */
const finding = z.object({
  SchemaVersion: z.literal('2018-10-08'),
  Id: z.string().min(1).max(512),
  ProductArn: z
    .string()
    .regex(/^arn:aws:securityhub:eu-central-1:\d{12}:product\/\d{12}\/default$/),
  GeneratorId: z.string().min(1).max(512),
  AwsAccountId: z.string().regex(/^\d{12}$/),
  Types: z
    .array(z.string().regex(/^[^/]+(\/[^/]+){0,2}$/))
    .min(1)
    .max(50),
  CreatedAt: z.iso.datetime(),
  UpdatedAt: z.iso.datetime(),
  Severity: label,
  Title: z.string().min(1).max(256),
  Description: z.string().min(1).max(1024),
  Remediation: z
    .object({
      Recommendation: z.object({ Text: z.string().min(1).max(512), Url: z.url().optional() }),
    })
    .optional(),
  ProductFields: z.record(z.string().max(128), z.string().max(2048)),
  Resources: z
    .array(
      z.object({
        Type: z.string().min(1).max(256),
        Id: z.string().min(1).max(512),
        Partition: z.enum(['aws', 'aws-cn', 'aws-us-gov']),
      }),
    )
    .min(1)
    .max(32),
  Compliance: z.object({
    Status: z.enum(['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']),
    RelatedRequirements: z.array(z.string()).max(32).optional(),
  }),
  FindingProviderFields: z.object({ Severity: label, Types: z.array(z.string()) }),
  RecordState: z.enum(['ACTIVE', 'ARCHIVED']),
  Workflow: z.object({ Status: z.enum(['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED']) }),
  Note: z
    .object({
      Text: z.string().min(1).max(512),
      UpdatedBy: z.string(),
      UpdatedAt: z.iso.datetime(),
    })
    .optional(),
});
const batches = z.array(z.strictObject({ Findings: z.array(finding).max(asffBatchSize) }));
const options = { region: 'eu-central-1' };

it('has what Security Hub requires', () => {
  const [batch] = batches.parse(findingsAsff(aReport(), options));
  expect(
    batch?.Findings.map(({ Compliance, Workflow, Severity }) =>
      [Compliance.Status, Workflow.Status, Severity.Label].join(),
    ),
  ).toEqual([
    'NOT_AVAILABLE,NEW,CRITICAL',
    'FAILED,NEW,MEDIUM',
    'PASSED,RESOLVED,INFORMATIONAL',
    'WARNING,NEW,MEDIUM',
    'WARNING,NEW,MEDIUM',
    'NOT_AVAILABLE,RESOLVED,INFORMATIONAL',
    'FAILED,SUPPRESSED,HIGH',
    'FAILED,NEW,MEDIUM',
  ]);
  expect(batch?.Findings.map(({ Resources: [resource] }) => resource?.Type)).toEqual(
    everyFinding.map(({ check }) =>
      check === 'root-mfa' ? 'AwsAccount' : check === 'strange' ? 'Other' : 'AwsIamUser',
    ),
  );
});

it('cuts what is too long, and keeps long ids apart', () => {
  const long = 'x'.repeat(3000);
  const findings = ['a', 'b'].map((end) =>
    aFinding({ id: `${long}${end}`, subject: long, message: long, remedy: long }),
  );
  const [batch] = batches.parse(findingsAsff(aReport({ findings }), options));
  expect(new Set(batch?.Findings.map(({ Id }) => Id)).size).toBe(2);
});

it.each([
  [0, []],
  [100, [100]],
  [201, [100, 100, 1]],
])('%i findings make batches of %j', (number, sizes) => {
  const findings = Array.from({ length: number }, (_, nth) => aFinding({ id: `key-age:${nth}` }));
  expect(
    findingsAsff(aReport({ findings }), options).map(({ Findings }) => Findings.length),
  ).toEqual(sizes);
});
