import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledActionData } from '../actions/bundled-action-data.ts';
import { policyResourceTypes, policyTypes } from '../language/policy-kind.ts';
import { parseJson } from '../text/parse-json.ts';
import { policyLike } from './cases/policy-like.arbitrary.ts';
import { structureCases } from './cases/structure-cases.fixture.ts';
import { nodeAt } from './finding-places.fixture.ts';
import type { LintTarget } from './lint-document.ts';
import { readLintDocument } from './read-lint-document.ts';
import { meaningRules } from './rules/meaning/index.ts';
import { ownRules } from './rules/own/index.ts';
import { serviceRules } from './rules/services/index.ts';
import { ownServiceRules } from './rules/services/own-service-rules.ts';
import { structureRules } from './rules/structure/index.ts';

const rules = [
  ...structureRules,
  ...meaningRules,
  ...serviceRules,
  ...ownRules,
  ...ownServiceRules,
];

describe('the path of a finding leads to its span', () => {
  it('in policies of the cases', () => {
    for (const { policy, policyType, resourceType } of structureCases)
      expectPathsToLead(typeof policy === 'string' ? policy : JSON.stringify(policy), {
        policyType,
        resourceType,
      });
  });

  it('in whatever resembles a policy', () => {
    const target = fc.record({
      policyType: fc.constantFrom(...policyTypes),
      resourceType: fc.constantFrom(undefined, ...policyResourceTypes),
    });
    fc.assert(
      fc.property(policyLike, target, (policy, kind) =>
        expectPathsToLead(JSON.stringify(policy), kind),
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

function expectPathsToLead(text: string, target: LintTarget): void {
  const parsed = parseJson(text);
  const document = parsed.ok ? readLintDocument(parsed.tree, target) : undefined;
  if (document === undefined) throw new Error(`no object: ${text}`);
  for (const { issueCode, places } of rules.flatMap((rule) =>
    rule(document, bundledActionData()),
  )) {
    expect(places.length, issueCode).toBeGreaterThan(0);
    for (const { path, start, end } of places) {
      // The character that IAM refuses has no path.
      if (issueCode === 'UNACCEPTED_CHARACTER') continue;
      const node = nodeAt(document.root, path);
      expect({ issueCode, path, start, end }).toEqual({
        issueCode,
        path,
        start: node?.start,
        end: node?.end,
      });
    }
  }
}
