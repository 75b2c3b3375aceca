import { type Scenario, scenarioSchema } from './scenario.ts';

/** Nothing but root and, as in every scenario, the role of the caller. */
export const defaultScenario: Scenario = scenarioSchema.parse({});
