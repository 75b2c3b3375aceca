import type { LintCase } from '../lint-cases.fixture.ts';
import { conditionCases } from './condition-cases.fixture.ts';
import { documentCases } from './document-cases.fixture.ts';
import { patternCases } from './pattern-cases.fixture.ts';
import { principalCases } from './principal-cases.fixture.ts';

export const structureCases: readonly LintCase[] = [
  ...documentCases,
  ...principalCases,
  ...conditionCases,
  ...patternCases,
];
