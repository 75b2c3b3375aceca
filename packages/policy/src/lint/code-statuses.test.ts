import { describe, expect, it } from 'vitest';
import { structureCases } from './cases/structure-cases.fixture.ts';
import { catalogue, learnMoreLink } from './catalogue.ts';
import { ownCatalogue } from './own-catalogue.ts';
import { meaningStatuses } from './rules/meaning/statuses.ts';
import { serviceStatuses } from './rules/services/statuses.ts';
import { structureStatuses } from './rules/structure/statuses.ts';

const codes = catalogue().map(({ issueCode }) => issueCode);

describe('the catalogue', () => {
  it('has 153 codes, each once, and none of ours', () => {
    expect(new Set(codes).size).toBe(153);
    expect(codes).toHaveLength(153);
    expect(ownCatalogue.filter(({ issueCode }) => codes.includes(issueCode))).toEqual([]);
  });

  it.each([
    ['MISSING_VERSION', 'general-warning-missing-version'],
    ['PASS_ROLE_WITH_STAR_IN_RESOURCE', 'security-warning-pass-role-with-star-in-resource'],
    ['EMPTY_ARRAY_CONDITION_FORALLVALUES', 'suggestion-empty-array-condition-forallvalues'],
    ['RCP_SYNTAX_ERROR_NOTACTION', 'error-rcp-syntax-error-notaction'],
  ])('links %s to its section', (code, section) => {
    const entry = catalogue().find(({ issueCode }) => issueCode === code);
    expect(entry && learnMoreLink(entry)).toBe(
      `https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-${section}`,
    );
  });

  it('has exactly one status for every code', () => {
    const withStatus = [structureStatuses, meaningStatuses, serviceStatuses].flatMap((statuses) => [
      ...statuses.keys(),
    ]);
    expect(withStatus.toSorted()).toEqual(codes.toSorted());
  });
});

/** No case can have it, as a case is JSON: see the tests of `lintPolicy`. */
const withoutCases = ['JSON_SYNTAX_ERROR'];

describe('codes about the form of a document', () => {
  const firing = [...structureStatuses].filter(
    ([code, { status }]) => status !== 'not-done' && !withoutCases.includes(code),
  );

  it.each(firing)('%s has a case that fires and one that barely does not', (code) => {
    expect(structureCases.some((lintCase) => lintCase.codes.includes(code))).toBe(true);
    expect(
      structureCases.some(
        (lintCase) => lintCase.nearMissOf === code && !lintCase.codes.includes(code),
      ),
    ).toBe(true);
  });
});
