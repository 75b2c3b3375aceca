/** Scenario files that come with the sandbox; read them with `parseScenario`. */
export const builtinScenarios: Readonly<Record<'untouched' | 'neglected' | 'good', URL>> = {
  untouched: new URL('../../scenarios/untouched.yaml', import.meta.url),
  neglected: new URL('../../scenarios/neglected.yaml', import.meta.url),
  good: new URL('../../scenarios/good.yaml', import.meta.url),
};
