import { expect, it } from 'vitest';
import { areaScores, totalScore } from './area-scores.ts';
import { aFinding, areas, exception } from './testing/report.fixture.ts';

it.each([
  ['one user of many fails', ['pass', 'pass', 'fail'], { fail: 1 }, 0],
  ['what is unknown counts neither way', ['pass', 'unknown'], { unknown: 1 }, undefined],
  ['nor what is for a person', ['pass', 'manual'], { manual: 1 }, undefined],
  ['what does not apply hides nothing', ['not-applicable', 'pass'], { pass: 1 }, 100],
  ['a warning does not hold', ['warn', 'pass'], { warn: 1 }, 0],
] as const)('%s', (_, outcomes, checks, score) => {
  const findings = outcomes.map((outcome) => aFinding({ outcome }));
  const [, users] = areaScores({ areas, findings });
  expect(users).toMatchObject({ title: 'Users & keys', checks });
  expect(users?.score).toBe(score);
});

it('leaves out what is excepted, and adds up', () => {
  const findings = [
    aFinding({ exception }),
    aFinding({ check: 'user-mfa', outcome: 'pass' }),
    aFinding({ check: 'root-mfa' }),
  ];
  const scores = areaScores({ areas, findings });
  expect(scores.map(({ score }) => score)).toEqual([0, 100]);
  expect(totalScore(scores)).toMatchObject({
    score: 50,
    checks: { excepted: 1, pass: 1, fail: 1 },
  });
});
