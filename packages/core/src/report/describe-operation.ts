import type { Json } from '@rolecall/policy';
import { scopePath } from '../model/ownership.ts';
import { isCallOf } from '../plan/calls.ts';
import type { Operation } from '../plan/operation.ts';
import { describeDocument } from './describe-document.ts';
import { describeFilter } from './describe-filter.ts';
import { describeSettings } from './describe-settings.ts';
import { describeTags } from './describe-tags.ts';
import type { DescribeContext, FacetLine } from './facet-line.ts';
import { isRecord } from './is-record.ts';

type Describe = (
  before: Json,
  after: Json,
  context: DescribeContext,
  name: string,
) => readonly FacetLine[];

/** What an operation does to its resource, in words. */
export function describeOperation(
  operation: Operation,
  context: DescribeContext,
): readonly FacetLine[] {
  const { facet, before, after, resource } = operation;
  // A policy that is deleted or made anew changes what others may do: name them.
  if (resource.startsWith('policy/') && facet.startsWith('managedPolicies/')) {
    const holder = holderOf(operation);
    return [
      after === null
        ? { sign: '-', text: `taken from ${holder}` }
        : { sign: '+', text: `given to ${holder}` },
    ];
  }
  if (facet === '') return describeWhole(after, context);
  return describeFacet({ facet, before, after }, context);
}

function holderOf(operation: Operation): string {
  if (!isCallOf('iam', operation)) return 'somebody';
  const { input } = operation;
  if ('RoleName' in input) return `role/${input.RoleName}`;
  if ('UserName' in input) return `user/${input.UserName}`;
  return 'GroupName' in input ? `group/${input.GroupName}` : 'somebody';
}

/** A new resource: each member of what it will be. One that goes needs no words. */
function describeWhole(after: Json, context: DescribeContext): readonly FacetLine[] {
  if (!isRecord(after)) return [];
  return Object.entries(after)
    .filter(([facet, value]) => !isUsual(facet, value, context))
    .flatMap(([facet, value]) => describeFacet({ facet, before: null, after: value }, context));
}

/** One facet of a resource: what comes, goes or changes. */
export function describeFacet(
  { facet, before, after }: { readonly facet: string; readonly before: Json; readonly after: Json },
  context: DescribeContext,
): readonly FacetLine[] {
  const slash = facet.indexOf('/');
  const kind = slash < 0 ? facet : facet.slice(0, slash);
  const name = slash < 0 ? '' : facet.slice(slash + 1);
  const describe = facets.get(kind) ?? describeOther(kind);
  return describe(before, after, context, name);
}

const facets: ReadonlyMap<string, Describe> = new Map<string, Describe>([
  ['trust', (before, after, context) => describeDocument({ before, after, context, trust: true })],
  [
    'document',
    (before, after, context) => describeDocument({ before, after, context, trust: false }),
  ],
  [
    'inlinePolicies',
    (before, after, context, name) => [
      { sign: signOf(before, after), text: `inline policy ${name}` },
      ...describeDocument({ before, after, context, trust: false }).map((line) => ({
        ...line,
        depth: 1,
      })),
    ],
  ],
  [
    'managedPolicies',
    (before, after, context, arn) => [
      { sign: signOf(before, after), text: `policy ${policyName(arn, context)}` },
    ],
  ],
  [
    'customerPolicies',
    (before, after, _, policy) => [
      { sign: signOf(before, after), text: `policy ${policy} of each account` },
    ],
  ],
  ['provisioning', () => [{ sign: ' ', text: 'provisioned anew in the accounts that have it' }]],
  ['attributes', (before, after) => describeSettings(before, after)],
  [
    'permissionsBoundary',
    (before, after, context) =>
      describePair('permissions boundary', before, after, (value) =>
        policyName(list(value), context),
      ),
  ],
  [
    'description',
    (before, after) => describePair('description', before, after, (value) => JSON.stringify(value)),
  ],
  ['tags', (before, after) => describeTags(before, after)],
  [
    'login',
    (before, after, _, name) =>
      name === ''
        ? [{ sign: signOf(before, after), text: `console password${handedTo(after)}` }]
        : [{ sign: ' ', text: 'the password need not be changed at the next sign-in' }],
  ],
  [
    'accessKeys',
    (before, after, _, name) => [
      ...unsettled(before),
      { sign: signOf(after === null ? before : null, after), text: keyText(name, before, after) },
    ],
  ],
  ['ownership', () => [{ sign: '+', text: 'tagged as ours' }]],
  ['settings', (before, after) => describeSettings(before, after)],
  ['metadata', (before, after) => describeSettings(before, after)],
  [
    'archiveRules',
    (before, after, _, name) =>
      name === ''
        ? Object.entries(isRecord(after) ? after : {}).map(([rule, filter]) => ({
            sign: '+',
            text: `archives ${rule}: ${describeFilter(filter)}`,
          }))
        : [
            {
              sign: signOf(before, after),
              text: `archives ${name}: ${describeFilter(after ?? before)}`,
            },
          ],
  ],
  ['analyzerType', (_, after) => [{ sign: '+', text: `finds ${list(after)}` }]],
  ['unusedAccessAge', (_, after) => [{ sign: '+', text: `unused for ${list(after)} days` }]],
  ['contact', (before, after) => describeSettings(before, after)],
  ['maxSessionDuration', (before, after) => describeSettings(member(before), member(after))],
  [
    'groups',
    (before, after, _, name) => [{ sign: signOf(before, after), text: `in group ${name}` }],
  ],
  [
    'members',
    (before, after, _, name) => [{ sign: signOf(before, after), text: `member ${name}` }],
  ],
  ['role', (before, after, _, name) => [{ sign: signOf(before, after), text: `role ${name}` }]],
  [
    'instanceProfiles',
    (before, after, _, name) => [
      { sign: signOf(before, after), text: `in instance profile ${name}` },
    ],
  ],
  ['versions', (_before, _after, _, name) => [{ sign: '-', text: `old version ${name}` }]],
  [
    'clientIds',
    (before, after, _, name) =>
      name === ''
        ? [{ sign: '+', text: `for ${list(after)}` }]
        : [{ sign: signOf(before, after), text: `for ${name}` }],
  ],
]);

/** `, to be changed at the first sign-in, delivered to age1…`, as much as there is. */
function handedTo(after: Json): string {
  if (!isRecord(after)) return '';
  const { deliveredTo = null, passwordReset, switchRoles = [] } = after;
  const roles = Array.isArray(switchRoles) && switchRoles.length > 0;
  return [
    passwordReset === true ? ', to be changed at the first sign-in' : '',
    roles ? `, with links to ${list(switchRoles)}` : '',
    `, delivered to ${list(deliveredTo)}`,
  ].join('');
}

function keyText(name: string, before: Json, after: Json): string {
  if (after !== null) return `access key ${name}${handedTo(after)}`;
  return isRecord(before) ? `access key ${name}, if nobody has it` : `access key ${name}`;
}

/** What a run that was cut off may have left. */
function unsettled(before: Json): readonly FacetLine[] {
  if (!isRecord(before)) return [];
  const keys = list(before['undelivered'] ?? null);
  return [
    { sign: '-', text: `access key ${keys}, made by a run that was cut off, if nobody has it` },
  ];
}

function member(value: Json): Json {
  return value === null ? null : { maxSessionDuration: value };
}

function describeOther(kind: string): Describe {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return (before, after) => describePair(words, before, after, list);
}

/** `path /a/` for what comes or goes, `path /a/ → /b/` for what changes. */
function describePair(
  words: string,
  before: Json,
  after: Json,
  say: (value: Json) => string,
): readonly FacetLine[] {
  if (before === null) return [{ sign: '+', text: `${words} ${say(after)}` }];
  if (after === null) return [{ sign: '-', text: `${words} ${say(before)}` }];
  return [{ sign: ' ', text: `${words} ${say(before)} → ${say(after)}` }];
}

/** What a reviewer takes for granted of a new resource. */
function isUsual(facet: string, value: Json, { scope }: DescribeContext): boolean {
  if (value === null || value === '') return true;
  if (facet === 'path') return value === scopePath(scope);
  if (facet === 'maxSessionDuration') return value === 3600;
  if (facet === 'sessionDuration') return value === 'PT1H';
  // The name of the resource says it.
  return facet === 'url' || facet === 'service';
}

/** An AWS-managed policy by what tells it from others, one of this account by its name. */
function policyName(arn: string, { account }: DescribeContext): string {
  const [, owner, path, name] = /^arn:[^:]+:iam::([^:]+):policy(.*\/)([^/]+)$/.exec(arn) ?? [];
  if (owner === undefined || path === undefined || name === undefined) return arn;
  if (owner === 'aws') return `${path.slice(1)}${name} (AWS)`;
  return owner === account ? name : arn;
}

function signOf(before: Json, after: Json): FacetLine['sign'] {
  if (before === null) return '+';
  return after === null ? '-' : ' ';
}

function list(value: Json): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
