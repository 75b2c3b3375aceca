import { describeConvergence } from './testing/convergence-laws.fixture.ts';

describeConvergence(8);
