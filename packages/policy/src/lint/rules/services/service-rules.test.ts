import { describe, expect, it } from 'vitest';
import { bundledActionData } from '../../../actions/bundled-action-data.ts';
import { expectedOf, type LintCase, runLintCase } from '../../lint-cases.fixture.ts';
import { ownCatalogue } from '../../own-catalogue.ts';
import { serviceRules } from './index.ts';
import { ownServiceRules } from './own-service-rules.ts';
import {
  actionCases,
  actionKeyCases,
  arnCases,
  attachedCases,
  keyCases,
  ownCases,
} from './service-cases.fixture.ts';
import { serviceStatuses } from './statuses.ts';

const data = bundledActionData();
const cases = [...actionCases, ...arnCases, ...keyCases, ...actionKeyCases, ...attachedCases];
const label = ({ name, codes, nearMissOf }: LintCase) =>
  `${nearMissOf === undefined ? codes.join(', ') : `not ${nearMissOf}`}: ${name}`;

describe('rules about services', () => {
  it.each(cases.map((one) => [label(one), one] as const))('%s', (_, lintCase) => {
    expect(runLintCase(lintCase, serviceRules, data)).toEqual(expectedOf(lintCase));
  });

  it('have a case and a near miss for each code that is done', () => {
    const done = [...serviceStatuses].filter(([, { status }]) => status !== 'not-done');
    const codes = done.map(([code]) => code).sort();
    expect([...new Set(cases.flatMap((one) => one.codes))].sort()).toEqual(codes);
    expect([...new Set(cases.flatMap(({ nearMissOf }) => nearMissOf ?? []))].sort()).toEqual(codes);
  });
});

describe('rules of our own about services', () => {
  it.each(ownCases.map((one) => [label(one), one] as const))('%s', (_, lintCase) => {
    expect(runLintCase(lintCase, ownServiceRules, data)).toEqual(expectedOf(lintCase));
  });

  it('are in the catalogue', () => {
    const known = new Set(ownCatalogue.map(({ issueCode }) => issueCode));
    for (const code of ownCases.flatMap(({ codes }) => codes)) expect(known).toContain(code);
  });
});
