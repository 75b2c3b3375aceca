import { asList, matchesPattern, type PolicyStatement } from '@rolecall/policy';

/** What a wildcard stands for in a sample: an account id too. */
const sampleText = '123456789012';

/** Who gives all gives one: most documents name their resources, and are settled by the words. */
export function meetsSample(
  statements: readonly PolicyStatement[],
  whole: { readonly action: string; readonly resource: string },
): boolean {
  const action = whole.action.replace(/[*?]/g, sampleText).toLowerCase();
  const resource = whole.resource === '*' ? '*' : whole.resource.replace(/[*?]/g, sampleText);
  return statements.some(
    ({ Effect, Action, NotAction, Resource, NotResource }) =>
      Effect === 'Allow' &&
      (NotAction === undefined
        ? asList(Action).some((pattern) => matchesPattern(pattern.toLowerCase(), action))
        : !asList(NotAction).some((pattern) => matchesPattern(pattern.toLowerCase(), action))) &&
      (resource === '*' || NotResource !== undefined || mayCover(Resource, resource)),
  );
}

function mayCover(patterns: PolicyStatement['Resource'], resource: string): boolean {
  return asList(patterns).some(
    (pattern) =>
      pattern.includes('${') ||
      // A pattern of fewer than six fields is completed.
      pattern.split(':').length < 6 ||
      matchesPattern(pattern, resource),
  );
}
