import { describe, expect, it } from 'vitest';
import { structureCases } from '../../cases/structure-cases.fixture.ts';
import { emptyActionData, expectedOf, runLintCase } from '../../lint-cases.fixture.ts';
import { structureRules } from './index.ts';

describe('rules about the form of a document', () => {
  it.each(structureCases)('$name', (lintCase) => {
    expect(runLintCase(lintCase, structureRules, emptyActionData)).toEqual(expectedOf(lintCase));
  });
});
