/** Scenario files that come with the sandbox; read them with `parseScenario`. */
export const builtinScenarios: Readonly<
  Record<'untouched' | 'neglected' | 'good' | 'organization', URL>
> = {
  untouched: new URL('../../scenarios/untouched.yaml', import.meta.url),
  neglected: new URL('../../scenarios/neglected.yaml', import.meta.url),
  good: new URL('../../scenarios/good.yaml', import.meta.url),
  organization: new URL('../../scenarios/organization.yaml', import.meta.url),
};
