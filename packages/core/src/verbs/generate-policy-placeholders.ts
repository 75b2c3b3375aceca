import { asList, type OneOrMany, type PolicyStatement } from '@rolecall/policy';
import { type Diagnostic, refuse } from '../model/errors.ts';

/**
 * What stands for a placeholder: its name (`BucketName`) or a whole resource
 * (`arn:aws:s3:::${BucketName}/*`) → the values, each of which gives a resource of its own. A whole
 * resource goes before names. Values may hold `*` and `?`, since a resource is a pattern.
 */
export type PlaceholderValues = ReadonlyMap<string, readonly string[]>;

/** One thing that is still to be said before the policy can be used. */
export interface OpenPlaceholder {
  readonly name: string;
  /** The resources that it stands in. */
  readonly resources: readonly string[];
  /** What the policy allows on them; with these a person can tell what is meant. */
  readonly actions: readonly string[];
}

/** More resources than this in one place are a mistake: no managed policy has room for them. */
const mostResources = 500;

/**
 * Fills placeholders such as `${BucketName}` in the resources of generated statements. Policy
 * variables (`${aws:username}`) have a colon and are left alone. What has no value stays.
 */
export function fillPlaceholders(
  statements: readonly PolicyStatement[],
  values: PlaceholderValues,
): readonly PolicyStatement[] {
  return statements.map((statement) => ({
    ...statement,
    ...(statement.Resource !== undefined && { Resource: fill(statement.Resource, values) }),
    ...(statement.NotResource !== undefined && {
      NotResource: fill(statement.NotResource, values),
    }),
  }));
}

/** The placeholders that are left, by name. */
export function openPlaceholders(
  statements: readonly PolicyStatement[],
): readonly OpenPlaceholder[] {
  const found = new Map<string, { resources: Set<string>; actions: Set<string> }>();
  for (const statement of statements) {
    for (const resource of resourcesOf(statement)) {
      for (const name of placeholdersIn(resource)) {
        const open = found.get(name) ?? { resources: new Set(), actions: new Set() };
        open.resources.add(resource);
        for (const action of asList(statement.Action)) open.actions.add(action);
        found.set(name, open);
      }
    }
  }
  return [...found].map(([name, { resources, actions }]) => ({
    name,
    resources: [...resources],
    actions: [...actions],
  }));
}

/** Names and resources of `values` that no statement has, e.g. misspelt ones. */
export function unusedValues(
  statements: readonly PolicyStatement[],
  values: PlaceholderValues,
): readonly string[] {
  const resources = new Set(statements.flatMap(resourcesOf));
  const names = new Set([...resources].flatMap(placeholdersIn));
  return [...values.keys()].filter((key) => !resources.has(key) && !names.has(key));
}

/** Refuses values that would make another ARN of it, or bring placeholders of their own. */
export function checkPlaceholderValues(values: PlaceholderValues): void {
  const faults = [...values].flatMap(([key, texts]) => [
    ...(texts.length === 0 ? [fault(`${key} has no value.`, 'Give one, or leave it out.')] : []),
    ...texts.flatMap((text) => valueFaults(key, text)),
  ]);
  if (faults.length > 0) refuse('The placeholders cannot be filled.', faults);
}

function valueFaults(key: string, text: string): readonly Diagnostic[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (text === '' || /[\s\u0000-\u001f]|\$\{/.test(text)) {
    return [
      fault(
        `The value of ${key} is empty or has white space or \${ in it.`,
        'Give the plain name, ARN or pattern.',
      ),
    ];
  }
  if (isResource(key) || !text.includes(':')) return [];
  return [
    fault(
      `The value of ${key} has a colon, which would shift the fields of the ARN.`,
      'Give the value for the whole resource instead, under the resource as it was generated.',
    ),
  ];
}

function isResource(key: string): boolean {
  return key.includes('${');
}

function fill(resource: OneOrMany, values: PlaceholderValues): OneOrMany {
  const filled = [...new Set(asList<string>(resource).flatMap((text) => fillOne(text, values)))];
  const [only, ...others] = filled;
  return only !== undefined && others.length === 0 ? only : filled;
}

function fillOne(resource: string, values: PlaceholderValues): readonly string[] {
  const whole = values.get(resource);
  if (whole !== undefined && isResource(resource)) return whole;
  let filled = [resource];
  for (const name of new Set(placeholdersIn(resource))) {
    const texts = values.get(name);
    if (texts === undefined) continue;
    if (filled.length * texts.length > mostResources) {
      refuse('The placeholders cannot be filled.', [
        fault(
          `${resource} would become more than ${mostResources} resources.`,
          'Give patterns instead of single names.',
        ),
      ]);
    }
    filled = texts.flatMap((text) =>
      filled.map((partly) => partly.replaceAll(`\${${name}}`, () => text)),
    );
  }
  return filled;
}

function resourcesOf({ Resource, NotResource }: PolicyStatement): readonly string[] {
  return [...asList<string>(Resource), ...asList<string>(NotResource)];
}

function placeholdersIn(resource: string): readonly string[] {
  return [...resource.matchAll(/\$\{([A-Za-z0-9_-]{1,128})\}/g)].flatMap(([, name]) => name ?? []);
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'PARAMETER_INVALID', message, hint };
}
