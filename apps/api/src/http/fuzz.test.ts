import { describeFuzzLaws } from './testing/fuzz-laws.fixture.ts';

describeFuzzLaws({ numRuns: 600, seed: 20261121 });
