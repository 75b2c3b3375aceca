import {
  type ActionData,
  asList,
  bundledActionData,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';

const writingLevels: ReadonlySet<string> = new Set(['Write', 'Tagging', 'Permissions management']);

/** Actions that change something, in lower case, that an Allow of the document lists. */
export function allowedWrites(document: PolicyDocument): ReadonlySet<string> {
  return new Set(
    statementsOf(document)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(writesIn),
  );
}

/** Those that a Deny of the document takes away, whatever the request. */
export function deniedWrites(document: PolicyDocument): ReadonlySet<string> {
  return new Set(
    statementsOf(document)
      .filter(
        ({ Effect, Condition = {}, Resource }) =>
          Effect === 'Deny' &&
          Object.keys(Condition).length === 0 &&
          asList(Resource).some((resource) => /^\*+$/.test(resource)),
      )
      .flatMap(writesIn),
  );
}

function writesIn({ Action, NotAction }: PolicyStatement): readonly string[] {
  const data = bundledActionData();
  if (NotAction === undefined) return asList(Action).flatMap((pattern) => matching(pattern, data));
  const spared = new Set(asList(NotAction).flatMap((pattern) => matching(pattern, data)));
  return matching('*', data).filter((action) => !spared.has(action));
}

function matching(pattern: string, data: ActionData): readonly string[] {
  const [prefix = '', name = '*'] = pattern.toLowerCase().split(':');
  const services = /[*?]/.test(prefix)
    ? data.services.filter((service) => matchesPattern(prefix, service))
    : [prefix];
  return services.flatMap((service) => {
    const known = data.service(service);
    const one = /[*?]/.test(name) ? undefined : known?.action(name);
    const actions = /[*?]/.test(name) ? (known?.actions ?? []) : one === undefined ? [] : [one];
    return actions
      .filter(
        (action) =>
          writingLevels.has(action.accessLevel) &&
          (name === '*' || matchesPattern(name, action.name.toLowerCase())),
      )
      .map((action) => `${service}:${action.name.toLowerCase()}`);
  });
}
