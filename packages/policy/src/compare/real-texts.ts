import type { ActionData, ActionEntry, ServiceData } from '../actions/action-data.ts';
import { compileAction, type TextLiteral, textLiteral } from './box.ts';
import { BudgetExceeded } from './budget.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { type Solver, textsOf } from './region.ts';
import { textSet } from './text-set.ts';
import { matchesText } from './word-search.ts';

/** Where a region leaves the choice: actions that people know, most telling first. */
const wellKnown: readonly string[] = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'iam:CreateAccessKey',
  'iam:PassRole',
  'iam:PutRolePolicy',
  'sts:AssumeRole',
  'kms:Decrypt',
  'secretsmanager:GetSecretValue',
  'ec2:RunInstances',
  'ec2:TerminateInstances',
  'lambda:InvokeFunction',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'sqs:SendMessage',
  'sns:Publish',
];

const sampleAccount = '123456789012';
const sampleRegion = 'us-east-1';
/** Actions looked at before an unlikely one is taken. */
const maxActions = 12;

/**
 * An action AWS knows that all literals hold for, if possible one that takes a resource the resource
 * literals allow; `undefined` when the data knows none.
 */
export function realAction(
  action: readonly TextLiteral[],
  resource: readonly TextLiteral[],
  data: ActionData,
): string | undefined {
  let first: string | undefined;
  let tried = 0;
  for (const name of knownActions(action, data)) {
    if (!allHold(action, name.toLowerCase())) continue;
    first ??= name;
    if (resourcesOf(name, resource, data).next().done !== true) return name;
    if (++tried >= maxActions) break;
  }
  return first;
}

/**
 * A resource all literals hold for, of one of the action's types if there is one; `undefined`: none
 * was found that looks like an ARN.
 */
export function realResource(
  action: string,
  resource: readonly TextLiteral[],
  data: ActionData,
  solver: Solver,
): string | undefined {
  const found = resourcesOf(action, resource, data).next();
  if (found.done !== true) return found.value;
  const asked = askedPatterns(resource);
  for (const format of formatsOf(action, data)) {
    if (!mayMeet(format, asked)) continue;
    const typed = textLiteral(textSet('format', [format]), true);
    try {
      const solved = textsOf([...resource, typed], solver);
      if (solved.kind === 'text' && solved.exact) return solved.text;
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return undefined;
    }
  }
  return asked.flatMap(({ text }) => samplesOf(text)).find((text) => allHold(resource, text));
}

/** `*` where the literals leave it open, otherwise the text that was found. */
export function plainResource(resource: readonly TextLiteral[], found: string): string {
  return allHold(resource, '*') ? '*' : found;
}

function askedPatterns(resource: readonly TextLiteral[]): readonly Pattern[] {
  return resource
    .flatMap(({ inside, set }) => (inside ? set.patterns.slice(0, 50) : []))
    .filter(({ text }) => text.startsWith('arn:'));
}

function* knownActions(action: readonly TextLiteral[], data: ActionData): Generator<string> {
  yield* wellKnown;
  const inside = action.filter((literal) => literal.inside);
  // Of `*` and one named action it is the named one that leaves few to look through.
  const narrow = inside.find(({ set }) => set.patterns.every(namesService)) ?? inside[0];
  const wanted = narrow?.set.patterns ?? [compileAction('*')];
  for (const pattern of wanted) {
    for (const service of servicesOf(pattern, data))
      for (const { name } of service.actions) {
        const full = `${service.prefix}:${name}`;
        if (matchesText(pattern, full.toLowerCase())) yield full;
      }
  }
}

function namesService({ text }: Pattern): boolean {
  return /^[^*?]+:/.test(text);
}

function servicesOf({ text }: Pattern, data: ActionData): readonly ServiceData[] {
  const [prefix = ''] = text.split(':', 1);
  const wild = prefix === text || /[*?]/.test(prefix);
  const pattern = compileAction(prefix);
  const prefixes = wild
    ? data.services.filter((name) => prefix === text || matchesText(pattern, name))
    : [prefix];
  return prefixes.map((name) => data.service(name)).filter((service) => service !== undefined);
}

/** Resources of the action's types, made from what the literals ask for and from the ARN formats. */
function* resourcesOf(
  action: string,
  resource: readonly TextLiteral[],
  data: ActionData,
): Generator<string> {
  const entry = entryOf(action, data);
  if (entry === undefined) return;
  if (entry.resourceTypes.length === 0) {
    if (allHold(resource, '*')) yield '*';
    return;
  }
  const asked = askedPatterns(resource);
  const formats = formatsOf(action, data).filter((format) => mayMeet(format, asked));
  if (formats.length === 0) return;
  for (const candidate of asked.flatMap(({ text }) => samplesOf(text)).slice(0, 40)) {
    if (allHold(resource, candidate) && formats.some((format) => matchesText(format, candidate)))
      yield candidate;
  }
  for (const candidate of formats.flatMap(({ text }) => samplesOf(text)).slice(0, 40))
    if (allHold(resource, candidate)) yield candidate;
}

/** Whether a format's service is one that some of the patterns leave room for. */
function mayMeet(format: Pattern, asked: readonly Pattern[]): boolean {
  const service = format.text.split(':')[2];
  return (
    asked.length === 0 ||
    asked.some(({ text }) => {
      const wanted = text.split(':')[2] ?? '*';
      return wanted === service || /[*?$]/.test(wanted);
    })
  );
}

function allHold(literals: readonly TextLiteral[], text: string): boolean {
  return literals.every(
    ({ set, inside }) =>
      set.patterns.some((pattern) => !pattern.symbolic && matchesText(pattern, text)) === inside,
  );
}

function entryOf(action: string, data: ActionData): ActionEntry | undefined {
  const [prefix = '', name = ''] = action.split(':');
  return data.service(prefix)?.action(name);
}

/**
 * The ARN formats of the action's types as patterns, short ones first: every placeholder is at least
 * one character. Their `text` is the format.
 */
function formatsOf(action: string, data: ActionData): readonly Pattern[] {
  const [prefix = ''] = action.split(':');
  const types = new Set(entryOf(action, data)?.resourceTypes);
  const arns = data.service(prefix)?.resourceTypes.filter(({ name }) => types.has(name)) ?? [];
  return arns
    .map(({ arn }) => arn)
    .toSorted((a, b) => a.length - b.length)
    .map((arn) => ({ ...compilePattern(formatPattern(arn), formatReading), text: arn }));
}

const formatReading = { wildcards: true, fold: false, arn: true, variables: false };

function formatPattern(arn: string): string {
  return arn
    .replace('${Partition}', 'aws*')
    .replace('${Region}', '*-*-?')
    .replace('${Account}', '????????????')
    .replaceAll(/\$\{[^}]*\}/g, '?*');
}

/** An ARN with placeholders or wildcards, filled in with values people recognise. */
function samplesOf(arn: string): readonly string[] {
  const fields = arn.split(/:(?![^{]*\})/);
  const [, partition = '', service = '', region = '', account = '', ...rest] = fields;
  const fill = (text: string, whole: string) =>
    /^(?:\*|\$\{[^}]*\})$/.test(text) ? whole : sample(text, 'x');
  const head = [
    'arn',
    fill(partition, 'aws'),
    fill(service, 's3'),
    fill(region, sampleRegion),
    fill(account, sampleAccount),
  ];
  const tail = rest.join(':');
  return ['example', ''].map((word) => [...head, sample(tail, word)].join(':'));
}

function sample(text: string, word: string): string {
  return text.replaceAll(/\$\{[^}]*\}|\*/g, word).replaceAll('?', 'x');
}
