import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { aFinding, aReport } from '../testing/report.fixture.ts';
import schema from '../testing/sarif-2.1.0.gen.json' with { type: 'json' };
import { findingsSarif } from './findings-sarif.ts';

const options = { file: 'iam/my account.yaml' };

/**
 * OASIS's schema is of draft 04. For what it uses, newer drafts differ in the name of `id` only: it
 * has no `exclusiveMinimum`, and its `$ref`s have no siblings that matter.
 */
function validator() {
  const { $schema: _, id: $id, ...rest } = schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile({ $id, ...rest });
}

const validate = validator();

function faultsOf(log: object): readonly unknown[] {
  return validate(JSON.parse(JSON.stringify(log))) ? [] : (validate.errors ?? []);
}

it('is valid by the schema of OASIS', () => {
  expect(faultsOf(findingsSarif(aReport(), options))).toEqual([]);
  expect(faultsOf(findingsSarif(aReport({ findings: [] }), options))).toEqual([]);
  expect(faultsOf({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
});

it('has no result for what passes, and suppresses what is excepted', () => {
  expect(findingsSarif(aReport(), options)).toMatchObject({
    runs: [
      {
        results: [
          { ruleId: 'root-mfa', kind: 'open', level: 'none' },
          {
            ruleId: 'key-age',
            ruleIndex: 1,
            kind: 'fail',
            level: 'warning',
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'iam/my%20account.yaml' } },
                logicalLocations: [{ fullyQualifiedName: aFinding().subject }],
              },
            ],
          },
          { ruleId: 'user-mfa', level: 'warning' },
          { ruleId: 'user-mfa', kind: 'review', level: 'none' },
          { level: 'error', suppressions: [{ kind: 'external', status: 'accepted' }] },
          { ruleId: 'strange', ruleIndex: 3 },
        ],
      },
    ],
  });
});

it('knows a finding again whatever it says', () => {
  const print = (message: string) =>
    /"primaryLocationLineHash":"[^"]+"/.exec(
      JSON.stringify(findingsSarif(aReport({ findings: [aFinding({ message })] }), options)),
    )?.[0];
  expect(print('a')).toBe(print('b'));
  expect(print('a')).toBeDefined();
});
