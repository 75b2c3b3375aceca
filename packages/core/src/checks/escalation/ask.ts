import {
  asList,
  compareEffectiveAccess,
  type Evaluation,
  evaluateRequest,
  type PolicyDocument,
  type PolicyStatement,
  type RequestContext,
  statementsOf,
} from '@rolecall/policy';
import type { CheckContext } from '../check.ts';
import type { Actor } from './actor.ts';
import type { ActionPart } from './compiled-document.ts';
import { favourableContext } from './favourable-context.ts';
import {
  callerFacts,
  commonFacts,
  type Facts,
  kindOfKey,
  spareOtherFacts,
} from './request-facts.ts';

/** One request that a way up needs. */
export interface Question {
  readonly actor: Actor;
  readonly action: string;
  readonly resource: string;
  /** Beside what every request of the actor says. */
  readonly facts: Facts;
  /** The tags of the resource are not known. */
  readonly openTags: boolean;
  /** Of the role to assume. */
  readonly trust: PolicyDocument | undefined;
}

/** Worst for the account first. `undecided`: a document decides that was not read. */
export type Certainty = 'certain' | 'conditional' | 'undecided';

export interface Answer {
  readonly certainty: Certainty;
  /** Condition keys, beside facts, with which the request is allowed. */
  readonly context: Facts;
  /** What allows it, e.g. `policy deploy, statement 2`. */
  readonly allowedBy: readonly string[];
}

/** Asks the evaluator whether requests are allowed; undefined: they are not. */
export type Ask = (question: Question) => Answer | undefined;

/** An answer for all with the same documents, who may have them in different ways. */
interface SharedAnswer extends Omit<Answer, 'allowedBy'> {
  readonly allowedBy: readonly (StatementPlace | 'trust')[];
}

interface StatementPlace {
  /** Of the document. */
  readonly id: number;
  readonly name: string;
}

export interface Layers {
  readonly identity: readonly (ActionPart & { readonly id: number })[];
  readonly boundary: ActionPart | undefined;
  readonly isUnclear: boolean;
  readonly isPersonal: boolean;
  readonly keys: readonly string[];
  /** What the patterns of its Allow statements may match. */
  readonly resources: RegExp;
  /** Those of them that hold the name of the user who asks. */
  readonly ownResources: readonly string[];
}

export function askAbout(
  context: CheckContext,
  layers: (actor: Actor, action: string) => Layers,
): Ask {
  const answers = new Map<string, SharedAnswer | undefined>();
  return (question) => {
    const { actor, action, resource, facts, openTags, trust } = question;
    const of = layers(actor, action);
    if (trust === undefined && !mayConcern(of, resource, actor)) return undefined;
    const who = of.isPersonal || trust !== undefined ? actor.arn : actor.permissions;
    // Facts that no condition asks for make no difference.
    const asked =
      of.isPersonal || trust !== undefined
        ? JSON.stringify(facts)
        : of.keys.map((name) => facts[name] ?? '').join('|');
    const key = `${who} ${action} ${resource} ${openTags} ${asked} ${trust === undefined ? '' : JSON.stringify(trust)}`;
    if (!answers.has(key)) answers.set(key, answer(question, of, context));
    const found = answers.get(key);
    return found && { ...found, allowedBy: found.allowedBy.map((place) => labelled(place, actor)) };
  };
}

/** What an actor's documents say of an action, worked out once for all with the same documents. */
export function layersByPermissions(): (actor: Actor, action: string) => Layers {
  const known = new Map<string, Layers>();
  return (actor, action) => {
    const key = `${actor.permissions} ${action}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const all = actor.held.map(({ compiled }) => ({ id: compiled.id, ...compiled.about(action) }));
    const identity = all.filter(({ statements }) => statements.length > 0);
    const boundary = actor.boundary?.document?.about(action);
    const patterns = allowedPatterns(identity);
    const parts = boundary === undefined ? identity : [...identity, boundary];
    const made = {
      identity,
      boundary,
      isUnclear: parts.some(({ policy }) => policy === undefined),
      isPersonal: parts.some(({ isPersonal }) => isPersonal),
      keys: [...new Set(parts.flatMap(({ keys }) => keys))],
      resources: expressionFor(patterns.filter((pattern) => !ownName.test(pattern))),
      ownResources: patterns.filter((pattern) => ownName.test(pattern)),
    };
    known.set(key, made);
    return made;
  };
}

/** Seen by the patterns of the Allow statements alone: most resources fail here. */
export function mayConcern(
  { resources, ownResources }: Layers,
  resource: string,
  caller: Actor,
): boolean {
  return (
    resources.test(resource) ||
    (caller.kind === 'user' &&
      ownResources.some((pattern) => matchesOwn(pattern, resource, caller)))
  );
}

/** Whether what the caller may do, it may do to itself alone. */
export function concernsOnlyItself({ resources, ownResources }: Layers, caller: Actor): boolean {
  return (
    resources.source === nothing &&
    (caller.kind !== 'user' ||
      ownResources.every((pattern) => /:user\/\$\{aws:username\}$/i.test(pattern)))
  );
}

const nothing = '(?!)';

/** What people may do to themselves stands in many policies, and is about nobody else. */
function matchesOwn(pattern: string, resource: string, { name }: Actor): boolean {
  return resource.includes(name) && expressionFor([fillName(pattern, name)]).test(resource);
}

function fillName(pattern: string, name: string): string {
  return pattern.replaceAll(/\$\{aws:username\}/gi, name);
}

const ownName = /\$\{aws:username\}/i;

function allowedPatterns(parts: readonly ActionPart[]): readonly string[] {
  const patterns = parts.flatMap(({ statements }) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Resource, NotResource }) =>
        Resource === undefined || NotResource !== undefined ? ['*'] : asList(Resource),
      ),
  );
  return [...new Set(patterns)];
}

/** Matches all that the patterns may match, variables having any value. */
function expressionFor(patterns: readonly string[]): RegExp {
  const expressions = patterns.map((pattern) =>
    // A pattern of fewer than six fields is completed.
    pattern.split(':').length < 6
      ? '.*'
      : pattern
          .replace(/\$\{[^}]*\}/g, '*')
          .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
          .replace(/\*+/g, '.*')
          .replaceAll('?', '.'),
  );
  return new RegExp(expressions.length === 0 ? nothing : `^(?:${expressions.join('|')})$`);
}

function answer(
  question: Question,
  layers: Layers,
  context: CheckContext,
): SharedAnswer | undefined {
  const { actor, facts, trust, openTags } = question;
  const all: Facts = {
    ...commonFacts(context.account, context.now),
    ...callerFacts(actor),
    ...facts,
  };
  if (layers.isUnclear) return { certainty: 'undecided', context: {}, allowedBy: [] };
  const evaluate = (more: Facts | RequestContext) =>
    evaluation(question, layers, { ...more, ...all });
  const plain = evaluate({});
  if (plain.decision === 'allowed') return told('certain', {}, plain, layers);
  const statements = [
    ...layers.identity.flatMap((part) => part.statements),
    ...(layers.boundary?.statements ?? []),
    ...(trust === undefined ? [] : statementsOf(trust)),
  ];
  if (statements.every(({ Condition }) => Condition === undefined)) return undefined;
  const certaintyOf = (keys: readonly string[]): Certainty =>
    keys.some((key) => kindOfKey(key, all, openTags) === 'circumstance')
      ? 'conditional'
      : 'certain';
  if (trust === undefined && !mayAllow(actor, question, layers)) return undefined;
  for (const chosen of contextsFor(statements, trust, all, openTags)) {
    const tried = evaluate(chosen);
    if (tried.decision === 'allowed') {
      return told(certaintyOf(Object.keys(chosen)), chosen, tried, layers);
    }
  }
  if (trust !== undefined) return undefined;
  return searched(question, layers, { all, evaluate, certaintyOf });
}

/** One for each Allow of a trust policy, as different people may come in by different ones. */
function contextsFor(
  statements: readonly PolicyStatement[],
  trust: PolicyDocument | undefined,
  facts: Facts,
  openTags: boolean,
): readonly Facts[] {
  const ways = statements.filter(({ Effect }) => Effect === 'Allow');
  const denials = statements.filter(({ Effect }) => Effect === 'Deny');
  const sets = [...ways.map((way) => [way]), ...(trust === undefined ? [] : [ways])];
  return sets.map((set) =>
    Object.fromEntries(
      Object.entries(favourableContext([...set, ...denials], facts)).filter(
        ([key]) => kindOfKey(key, facts, openTags) !== 'fact',
      ),
    ),
  );
}

interface Search {
  readonly all: Facts;
  readonly evaluate: (context: RequestContext | Facts) => Evaluation;
  readonly certaintyOf: (keys: readonly string[]) => Certainty;
}

/** Where the values tried do not fit, the comparer looks for some that do, or proves there are none. */
function searched(
  { action, resource, openTags }: Question,
  layers: Layers,
  { all, evaluate, certaintyOf }: Search,
): SharedAnswer | undefined {
  const keys = layers.keys.filter((key) => kindOfKey(key, all, openTags) === 'fact');
  const old: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', NotAction: action, Resource: '*' },
      ...(resource === '*'
        ? []
        : [{ Effect: 'Allow' as const, Action: '*', NotResource: resource }]),
      ...spareOtherFacts(keys, all),
    ],
  };
  const filled = (part: ActionPart) => fillVariables(part, all);
  const identity = layers.identity.map(filled);
  const next = layers.boundary === undefined ? [identity] : [identity, [filled(layers.boundary)]];
  const found = compareEffectiveAccess({ layers: [[old]] }, { layers: next });
  switch (found.verdict) {
    case 'none':
      return undefined;
    case 'undecided':
      return { certainty: 'undecided', context: {}, allowedBy: [] };
    case 'grants': {
      const context = plainContext(found.witness.request.context, all);
      const confirmed = evaluate(context);
      if (confirmed.decision !== 'allowed') {
        return { certainty: 'undecided', context: {}, allowedBy: [] };
      }
      return told(certaintyOf(Object.keys(context)), context, confirmed, layers);
    }
    default:
      return found satisfies never;
  }
}

/** Whether the request would be allowed if every condition of an Allow, and none of a Deny, held. */
function mayAllow(
  actor: Actor,
  { action, resource }: { readonly action: string; readonly resource: string },
  { identity, boundary }: Layers,
): boolean {
  const widest = identity.flatMap((part) => part.widest ?? []);
  return (
    evaluateRequest(
      { action, resource, principal: actor.arn, context: callerFacts(actor) },
      { identity: widest, boundary: boundary?.widest, resourceAccount: accountOf(actor) },
    ).decision === 'allowed'
  );
}

function evaluation(
  { actor, action, resource, trust }: Question,
  { identity, boundary }: Layers,
  context: RequestContext,
): Evaluation {
  return evaluateRequest(
    { principal: actor.arn, action, resource, context },
    {
      identity: identity.flatMap(({ policy }) => policy ?? []),
      boundary: boundary?.policy,
      resource: trust,
      resourceKind: trust === undefined ? undefined : 'trust',
      resourceAccount: accountOf(actor),
    },
  );
}

function accountOf({ arn }: Actor): string {
  return arn.split(':')[4] ?? '';
}

function told(
  certainty: Certainty,
  context: Facts,
  { matched }: Evaluation,
  { identity }: Layers,
): SharedAnswer {
  const allowedBy = matched.flatMap(
    ({ layer, policy, statement, effect }): SharedAnswer['allowedBy'] => {
      if (effect === 'Deny') return [];
      if (layer === 'resource') return ['trust'];
      const part = layer === 'identity' ? identity[policy] : undefined;
      if (part === undefined) return [];
      const { Sid } = part.statements[statement] ?? {};
      return [{ id: part.id, name: Sid ?? String((part.places[statement] ?? 0) + 1) }];
    },
  );
  return { certainty, context, allowedBy };
}

function labelled(place: StatementPlace | 'trust', { held }: Actor): string {
  if (place === 'trust') return 'the trust policy';
  const label = held.find(({ compiled }) => compiled.id === place.id)?.label ?? 'a policy';
  return `${label}, statement ${place.name}`;
}

function plainContext(context: RequestContext | undefined, facts: Facts): Facts {
  const entries: readonly (readonly [string, unknown])[] =
    context instanceof Map ? [...context.entries()] : Object.entries(context ?? {});
  return Object.fromEntries(
    entries
      .map(
        ([key, value]) =>
          [key.toLowerCase(), Array.isArray(value) ? String(value[0]) : String(value)] as const,
      )
      .filter(([key]) => facts[key] === undefined),
  );
}

/** The comparer does not know who asks: variables are given their values first. */
function fillVariables({ statements, version }: ActionPart, facts: Facts): PolicyDocument {
  const text = JSON.stringify(statements);
  if (version.Version !== '2012-10-17' || !text.includes('${')) {
    return { ...version, Statement: statements };
  }
  const fill = (value: string) =>
    value.replace(
      /\$\{(aws:[^,}]+)[^}]*\}/g,
      (whole, key: string) => facts[key.toLowerCase()] ?? whole,
    );
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ Resource, NotResource, ...others }) => ({
      ...others,
      ...(Resource !== undefined && { Resource: mapped(Resource, fill) }),
      ...(NotResource !== undefined && { NotResource: mapped(NotResource, fill) }),
    })),
  };
}

function mapped(
  patterns: string | readonly string[],
  change: (pattern: string) => string,
): string | readonly string[] {
  return typeof patterns === 'string' ? change(patterns) : patterns.map(change);
}
