import { asList, type PolicyStatement, parseArn } from '@rolecall/policy';
import { escalationCatalogue } from './escalation-path.ts';

export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** A member account that stands for all of them. */
const member = '000000000000';

/** What the name of a thing is that nobody restricts. */
const anyName = 'escalation';

/** Whether a step is about something that the snapshot does not hold. */
export function isFree(resource: string): boolean {
  return escalationCatalogue.resources[resource] !== undefined;
}

/**
 * ARNs that whoever makes, or looks for, a thing of this kind may give it: a name of no account,
 * and those that the statements speak of, since a policy may allow `function:dev-*` alone.
 */
export function freeResources(
  kind: string,
  statements: readonly PolicyStatement[],
  place: Place,
): readonly string[] {
  const template = (escalationCatalogue.resources[kind] ?? '')
    .replace('{partition}', place.partition)
    .replace('{region}', place.region)
    .replace('{account}', place.account)
    .replace('{member}', member);
  const patterns = patternsOf(statements).flatMap((pattern) => {
    const arn = parseArn(pattern);
    return arn === undefined || arn.resource.startsWith('*') ? [] : [filled(arn.resource)];
  });
  const { resource = '' } = parseArn(template) ?? {};
  const start = template.slice(0, template.length - resource.length);
  const [before = '', after = ''] = resource.split('{name}');
  const type = /^[^/:{]*[/:]/.exec(resource)?.[0] ?? '';
  const named = patterns.flatMap((pattern) => {
    if (!pattern.startsWith(before)) return [];
    const rest = pattern.slice(before.length);
    const name = after === '' ? rest : (/^[^/:]+/.exec(rest)?.[0] ?? '');
    return name === '' ? [] : [`${before}${name}${after}`];
  });
  const whole = patterns.filter((pattern) => pattern.startsWith(type));
  const free = [resource.replace('{name}', anyName), ...named, ...whole];
  return [...new Set(free)].map((each) => `${start}${each}`);
}

/** Regions that the statements speak of, after the one there always is. */
export function freeRegions(
  statements: readonly PolicyStatement[],
  fallback: string,
): readonly string[] {
  const named = patternsOf(statements).flatMap((pattern) => parseArn(pattern)?.region ?? []);
  const required = statements.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((tests) =>
      Object.entries(tests).flatMap(([key, values]) =>
        key.toLowerCase() === 'aws:requestedregion' ? asList(values).map(String) : [],
      ),
    ),
  );
  const regions = [...named, ...required].filter((region) => /^[a-z][a-z0-9-]+$/.test(region));
  return [...new Set([fallback, ...regions.toSorted()])];
}

function patternsOf(statements: readonly PolicyStatement[]): readonly string[] {
  return statements.flatMap(({ Resource, NotResource }) => [
    ...asList(Resource),
    ...asList(NotResource),
  ]);
}

function filled(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}/g, 'x').replace(/[*?]/g, 'x');
}
