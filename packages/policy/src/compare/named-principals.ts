import type { Policy } from '../language/policy.ts';
import { partitions as knownPartitions } from '../partition.ts';
import { type AccountCallers, callersOfAccount, isCallerName } from './account-callers.ts';
import { type Budget, BudgetExceeded } from './budget.ts';
import type { Pattern } from './pattern.ts';
import {
  type EntriesOfKind,
  type EntryTexts,
  entryTexts,
  literalSet,
  ofNames,
} from './principal-entries.ts';
import { accountIn, compileEntry, restsAfter } from './principal-pattern.ts';
import { textCells } from './text-cells.ts';
import { textSet } from './text-set.ts';

/** The principals that policies name or can tell apart, sorted by what they are. */
export interface NamedPrincipals {
  /** In each partition: those named in any way, and one that is not. */
  readonly accounts: readonly AccountCallers[];
  readonly services: readonly string[];
  readonly providers: readonly string[];
  readonly canonicalUsers: readonly string[];
  /** `AIDA…` */
  readonly userIds: readonly string[];
  /** `AROA…` */
  readonly roleIds: readonly string[];
  /** Entries of none of these forms. */
  readonly unrecognised: readonly string[];
}

/** @throws BudgetExceeded */
export function namedPrincipals(policies: readonly Policy[], budget: Budget): NamedPrincipals {
  const entries = entryTexts(policies);
  const { literals, patterns } = entries.AWS;
  const ids = (start: string) => [
    ...literals.filter((value) => value.startsWith(start)),
    ...textCells(
      {
        inside: [textSet('id', [compileEntry(`${start}?*`)])],
        outside: [literalSet(literals)],
        samples: [],
      },
      ofNames(patterns),
      budget,
    ).flatMap(({ text, sets }) => (sets.length > 0 ? [text] : [])),
  ];
  return {
    accounts: accountsOf(entries, budget).map((account) =>
      callersOfAccount(account, entries.AWS, budget),
    ),
    services: namesOf(entries.Service, 'witness.amazonaws.com', budget),
    providers: namesOf(entries.Federated, 'witness.example.com', budget),
    canonicalUsers: namesOf(entries.CanonicalUser, 'witness', budget),
    userIds: ids('AIDA'),
    roleIds: ids('AROA'),
    unrecognised: literals.filter(
      (value) => rootAccount(value) === undefined && !isCallerName(value),
    ),
  };
}

/** An entry that stands for an account as a whole. */
function rootAccount(value: string): string | undefined {
  const found = /^(?:(\d{12})|arn:[a-z0-9-]{1,32}:iam::(\d{12}):root)$/.exec(value);
  return found?.[1] ?? found?.[2];
}

/** Names that are listed, and others that patterns tell apart. */
function namesOf({ literals, patterns }: EntriesOfKind, sample: string, budget: Budget) {
  const universe = {
    inside: [textSet('name', [compileEntry('?*')])],
    outside: [literalSet(literals)],
    samples: [sample, `a.${sample}`],
  };
  const others = textCells(universe, ofNames(patterns), budget);
  return [...literals, ...others.map(({ text }) => text)];
}

function accountsOf(
  { AWS }: EntryTexts,
  budget: Budget,
): readonly { id: string; partition: string }[] {
  const { literals, patterns } = AWS;
  const partitions = partitionsOf(AWS, budget);
  const named = new Set<string>();
  for (const value of literals) {
    const id = rootAccount(value) ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
    if (id !== undefined) named.add(id);
  }
  const starts = partitions.flatMap((id) => [`arn:${id}:iam::`, `arn:${id}:sts::`]);
  for (const pattern of patterns)
    for (const rest of ['', ...starts].flatMap((start) => restsAfter(pattern, start, budget))) {
      const id = accountIn(rest);
      if (id === 'some')
        throw new BudgetExceeded('Wildcards within the ID of an account cannot be compared.');
      if (id !== undefined) named.add(id);
    }
  let other = 999_999_999_999;
  while (named.has(String(other))) other--;
  return [...named, String(other)].flatMap((id) =>
    partitions.map((partition) => ({ id, partition })),
  );
}

/** Those that are named, and one of each kind that patterns tell apart; `aws` where there is none. */
function partitionsOf({ literals, patterns }: EntriesOfKind, budget: Budget): readonly string[] {
  const named = new Set<string>();
  for (const value of [...literals, ...patterns.map(({ text }) => text)]) {
    const partition = /^arn:([^:*?]*):/.exec(value)?.[1];
    if (partition !== undefined) named.add(partition);
  }
  const others = new Map<string, string>();
  for (const { id } of knownPartitions) {
    const rests = patterns.flatMap((pattern) => restsAfter(pattern, `arn:${id}:`, budget));
    const kind = rests.map(textOf).join('\n');
    if (rests.length > 0 && !named.has(id) && !others.has(kind)) others.set(kind, id);
  }
  const found = [...named, ...others.values()];
  return found.length > 0 ? found : ['aws'];
}

function textOf({ text }: Pattern): string {
  return text;
}
