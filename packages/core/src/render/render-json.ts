import type { Json } from '@rolecall/policy';
import { substitute } from '../blueprints/substitute.ts';
import type { OpenResources } from './open-resources.ts';
import { openArn } from './resource-arn.ts';

export interface RenderJsonInput {
  readonly resources: OpenResources;
  readonly place: { readonly account: string; readonly partition: string };
}

/** The documents of one account as they are handed to IAM, by section and name; what is empty left out. */
export function renderJson({ resources, place }: RenderJsonInput): Json {
  const { sections, companions, path } = resources;
  const close = (name: string): Json | undefined => {
    if (name === 'account' || name === 'partition') return place[name];
    const [, type, resource] = /^arn:([a-z-]+)\/(.+)$/.exec(name) ?? [];
    return type === undefined || resource === undefined
      ? undefined
      : substitute(openArn(resources, type, resource), close);
  };
  const made = Object.entries(sections).flatMap(([section, all]) =>
    all !== undefined && isSaid(all) ? [[section, withPath(section, all, path)]] : [],
  );
  const open: Json = JSON.parse(JSON.stringify({ ...Object.fromEntries(made), companions }));
  return substitute(open, close);
}

/** Sections may hold sections, as that of Identity Center does. */
function isSaid(all: object): boolean {
  return Object.values(all).some(
    (one) => typeof one !== 'object' || one === null || Object.keys(one).length > 0,
  );
}

const sectionsWithPath = new Set(['roles', 'users', 'groups', 'policies', 'instanceProfiles']);

function withPath(section: string, all: object, path: string): object {
  if (!sectionsWithPath.has(section)) return all;
  return Object.fromEntries(
    Object.entries(all).map(([name, { adopt: _adopt, exclusive: _exclusive, ...one }]) => [
      name,
      { path, ...one },
    ]),
  );
}
