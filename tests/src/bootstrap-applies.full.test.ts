import { blueprints } from '@rolecall/core';
import { describe } from 'vitest';
import { exampleOf, itCarriesOut, itLeavesGaps } from './testing/bootstrap-applies.fixture.ts';

describe('with the opt-ins, the apply role carries out', () => {
  itCarriesOut(blueprints.map(exampleOf));
});

describe('without an opt-in', () => {
  itLeavesGaps(blueprints);
});
