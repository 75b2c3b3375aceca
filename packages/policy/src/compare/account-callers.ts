import type { Budget } from './budget.ts';
import { type EntriesOfKind, literalSet } from './principal-entries.ts';
import { compileEntry, restsAfter } from './principal-pattern.ts';
import {
  allRoles,
  fieldSet,
  noRole,
  rolePatterns,
  roleText,
  sessionPatterns,
} from './role-texts.ts';
import { isIn, textCells } from './text-cells.ts';
import { type TextSet, textSet } from './text-set.ts';

/** The callers in an account that policies name or can tell apart, and one of each kind that is not. */
export interface AccountCallers {
  readonly id: string;
  readonly partition: string;
  /** ARNs. */
  readonly users: readonly string[];
  /** ARNs. */
  readonly federatedUsers: readonly string[];
  readonly sessions: readonly RoleSession[];
}

export interface RoleSession {
  readonly roleArn: string;
  readonly sessionArn: string;
}

const caller =
  /^arn:[^:]*:(?:iam::\d{12}:(?:user\/.*|role\/[^:]*)|sts::\d{12}:(?:federated-user\/.*|assumed-role\/[^:/]*\/[^:]*))$/;

/** Whether an entry is the ARN of a user, role or session. */
export function isCallerName(value: string): boolean {
  return caller.test(value);
}

/** @throws BudgetExceeded */
export function callersOfAccount(
  { id, partition }: { readonly id: string; readonly partition: string },
  entries: EntriesOfKind,
  budget: Budget,
): AccountCallers {
  const iam = `arn:${partition}:iam::${id}:`;
  const sts = `arn:${partition}:sts::${id}:`;
  return {
    id,
    partition,
    users: namesAfter(`${iam}user/`, entries, budget),
    federatedUsers: namesAfter(`${sts}federated-user/`, entries, budget),
    sessions: sessionsOf({ role: `${iam}role/`, session: `${sts}assumed-role/` }, entries, budget),
  };
}

function namesAfter(
  start: string,
  { literals, patterns }: EntriesOfKind,
  budget: Budget,
): readonly string[] {
  const named = literals.filter((value) => value.startsWith(start) && isCallerName(value));
  const sets = patterns
    .map((pattern) => textSet('name', restsAfter(pattern, start, budget)))
    .filter(isPossible);
  const universe = {
    inside: [textSet('name', [compileEntry('?*')])],
    outside: [literalSet(named.map((value) => value.slice(start.length)))],
    samples: ['witness', 'witness-2'],
  };
  const others = textCells(universe, sets, budget);
  return [...named, ...others.map(({ text }) => `${start}${text}`)];
}

interface Starts {
  readonly role: string;
  readonly session: string;
}

/**
 * Sessions of roles that are named, named sessions, and others that patterns tell apart. The ARN of
 * a session does not show its role's path: it may be that of any role of the name which an entry
 * speaks of, and one without a path.
 */
function sessionsOf(starts: Starts, entries: EntriesOfKind, budget: Budget): RoleSession[] {
  const literals = entries.literals.filter(isCallerName);
  const roles = literals
    .filter((value) => value.startsWith(starts.role))
    .map((value) => cutAfter(value.slice(starts.role.length), 'last'));
  const sessions = literals
    .filter((value) => value.startsWith(starts.session))
    .map((value) => cutAfter(value.slice(starts.session.length), 'first'));
  const sets = entries.patterns
    .map((pattern) =>
      textSet('session', [
        ...restsAfter(pattern, starts.role, budget).flatMap(rolePatterns),
        ...restsAfter(pattern, starts.session, budget).flatMap(sessionPatterns),
      ]),
    )
    .filter(isPossible);
  const ofRoles = fieldSet(
    'roles',
    roles.map(([path, name]) => [path, name, undefined]),
  );
  const ofSessions = fieldSet(
    'sessions',
    sessions.map(([name, session]) => [undefined, name.slice(0, -1), session]),
  );
  const outside = [noRole, ofRoles, ofSessions];
  const texts = [
    ...textCells(
      { inside: [allRoles], outside, samples: [roleText('', 'witness', 'session')] },
      sets,
      budget,
    ),
  ].map(({ text }) => text);
  for (const [path, name] of roles) {
    const inside = [allRoles, fieldSet('role', [[path, name, undefined]])];
    const samples = ['session', 'session-2'].map((session) => roleText(path, name, session));
    for (const { text } of textCells(
      { inside, outside: [noRole, ofSessions], samples },
      sets,
      budget,
    ))
      texts.push(text);
  }
  for (const [slashed, session] of sessions) {
    const name = slashed.slice(0, -1);
    for (const [path, other] of roles)
      if (other === name) texts.push(roleText(path, name, session));
    const plain = roleText('', name, session);
    const inside = [allRoles, fieldSet('session', [[undefined, name, session]])];
    for (const cell of textCells(
      { inside, outside: [noRole, ofRoles], samples: [plain] },
      sets,
      budget,
    ))
      if (cell.text === plain || cell.sets.some((set) => !isIn(set, plain, budget)))
        texts.push(cell.text);
  }
  return texts.map((text) => sessionNamed(text, starts));
}

/** In two, the separating slash kept with the first. */
function cutAfter(text: string, which: 'first' | 'last'): readonly [string, string] {
  const at = (which === 'first' ? text.indexOf('/') : text.lastIndexOf('/')) + 1;
  return [text.slice(0, at), text.slice(at)];
}

function sessionNamed(text: string, starts: Starts): RoleSession {
  const [path = '', name = '', session = ''] = text.split(':');
  return {
    roleArn: `${starts.role}${path}${name}`,
    sessionArn: `${starts.session}${name}/${session}`,
  };
}

function isPossible({ patterns }: TextSet): boolean {
  return patterns.length > 0;
}
