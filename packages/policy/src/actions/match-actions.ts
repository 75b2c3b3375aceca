import type { ActionData, ActionEntry, ServiceData } from './action-data.ts';
import { glob } from './glob.ts';

export interface MatchedAction {
  readonly service: ServiceData;
  readonly action: ActionEntry;
}

/**
 * Known actions that an action pattern (`s3:Get*`, `*:List?`, `*`) matches; none for a retired
 * service. Names compare without regard to case, as IAM does it.
 */
export function matchActions(pattern: string, data: ActionData): readonly MatchedAction[] {
  const { prefix, name } = splitAction(pattern);
  return matchServices(prefix, data).flatMap((service) =>
    actionsLike(name, service).map((action) => ({ service, action })),
  );
}

/** Whether `matchActions` finds anything. */
export function matchesSomeAction(pattern: string, data: ActionData): boolean {
  const { prefix, name } = splitAction(pattern);
  return matchServices(prefix, data).some(
    (service) => service.retired || hasActionLike(name, service),
  );
}

/** Services whose prefix the pattern matches, retired ones included. */
export function matchServices(prefix: string, data: ActionData): readonly ServiceData[] {
  if (!/[*?]/.test(prefix)) {
    const service = data.service(prefix);
    return service === undefined ? [] : [service];
  }
  const { matches } = glob(prefix);
  return data.services.flatMap((known) => {
    const service = matches(known) ? data.service(known) : undefined;
    return service === undefined ? [] : [service];
  });
}

/** `*` alone stands for every action of every service. */
export function splitAction(pattern: string): { readonly prefix: string; readonly name: string } {
  const colon = pattern.indexOf(':');
  if (colon < 0) return { prefix: pattern, name: '*' };
  return { prefix: pattern.slice(0, colon), name: pattern.slice(colon + 1) };
}

interface LowerNames {
  readonly names: readonly string[];
  /** All of them in one text: tells quickly that none holds what a pattern asks for. */
  readonly joined: string;
}

const lowerNames = new WeakMap<ServiceData, LowerNames>();

function namesOf(service: ServiceData): LowerNames {
  const known = lowerNames.get(service);
  if (known !== undefined) return known;
  const names = service.actions.map(({ name }) => name.toLowerCase());
  const made = { names, joined: names.join('\n') };
  lowerNames.set(service, made);
  return made;
}

function hasActionLike(name: string, service: ServiceData): boolean {
  if (/^\*+$/.test(name)) return service.actions.length > 0;
  if (!/[*?]/.test(name)) return service.action(name) !== undefined;
  const { names, joined } = namesOf(service);
  const { literal, matches } = glob(name);
  return joined.includes(literal) && names.some(matches);
}

function actionsLike(name: string, service: ServiceData): readonly ActionEntry[] {
  if (/^\*+$/.test(name)) return service.actions;
  if (!/[*?]/.test(name)) {
    const action = service.action(name);
    return action === undefined ? [] : [action];
  }
  const { names, joined } = namesOf(service);
  const { literal, matches } = glob(name);
  if (!joined.includes(literal)) return [];
  return service.actions.filter((_, index) => matches(names[index] ?? ''));
}
