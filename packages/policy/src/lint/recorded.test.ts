import { describe, expect, it } from 'vitest';
import { recordedCases } from './cases/recorded-cases.fixture.ts';
import type { PathElement } from './finding.ts';
import { lintPolicy } from './lint-policy.ts';

describe.each(Object.entries(recordedCases))('as the service reports: %s', (_, cases) => {
  it.each(cases)('%s', (_rule, options, policy, expected) => {
    const text = JSON.stringify(policy);
    const found = lintPolicy(text, options).findings.map(
      ({ findingType, issueCode, locations }) => [
        findingType,
        issueCode,
        locations.map(({ path, span }) => [
          path.map(stepOf).join(' '),
          text.slice(span.start.offset, span.end.offset),
        ]),
      ],
    );
    expect(found).toEqual(expected);
  });
});

function stepOf(element: PathElement): string {
  if ('value' in element) return element.value;
  if ('key' in element) return `{${element.key}}`;
  return 'index' in element ? `${element.index}` : 'substring';
}
