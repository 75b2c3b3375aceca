import { asList, matchesPattern, type PolicyDocument, statementsOf } from '@rolecall/policy';
import type { EscalationPath } from './escalation-path.ts';

/** The actions of a catalogue, in lower case. */
export interface ActionList {
  readonly all: ReadonlySet<string>;
  /** Of one service, by its prefix. */
  readonly ofService: ReadonlyMap<string, readonly string[]>;
}

export function listActions(paths: readonly EscalationPath[]): ActionList {
  return listActionNames(paths.flatMap(({ steps }) => steps.map(({ action }) => action)));
}

export function listActionNames(names: readonly string[]): ActionList {
  const all = new Set(names.map((name) => name.toLowerCase()));
  const ofService = new Map<string, string[]>();
  for (const action of all) {
    const service = serviceOf(action);
    ofService.set(service, [...(ofService.get(service) ?? []), action]);
  }
  return { all, ofService };
}

/** Of each statement the listed actions that it is about, whatever its resources and conditions. */
export function actionsOfStatements(
  document: PolicyDocument,
  actions: ActionList,
): readonly ReadonlySet<string>[] {
  return statementsOf(document).map(({ Action, NotAction }) => {
    if (NotAction === undefined) return named(asList(Action), actions);
    const spared = named(asList(NotAction), actions);
    return new Set([...actions.all].filter((action) => !spared.has(action)));
  });
}

/** Most patterns are told apart by their service: AWS's own policies list thousands. */
function named(patterns: readonly string[], actions: ActionList): ReadonlySet<string> {
  const found = new Set<string>();
  for (const written of patterns) {
    const pattern = written.toLowerCase();
    if (/^\*+$/.test(pattern)) return actions.all;
    const wild = pattern.search(/[*?]/);
    if (wild < 0) {
      if (actions.all.has(pattern)) found.add(pattern);
      continue;
    }
    const start = pattern.slice(0, wild);
    const among = start.includes(':') ? actions.ofService.get(serviceOf(start)) : actions.all;
    for (const action of among ?? []) {
      if (action.startsWith(start) && matchesPattern(pattern, action)) found.add(action);
    }
  }
  return found;
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}
