import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { outboundFederation } from './outbound-federation.ts';

test.each([
  [{ enabled: true, issuer: 'https://x.tokens.sts.global.api.aws' }],
  [{ enabled: false }],
])('%j is inventory', (value) => {
  const findings = findingsOf(outboundFederation, { outboundFederation: value });
  expect(findings).toMatchObject([
    { outcome: 'pass', severity: 'info', evidence: { enabled: value.enabled } },
  ]);
});

test('is unknown while it was not read', () => {
  expect(outcomeOf(outboundFederation, {})).toBe('unknown');
});
