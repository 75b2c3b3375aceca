import { z } from 'zod';
import type { Diagnostic } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { SourcePath } from '../yaml-places.ts';
import type { YamlSource } from '../yaml-source.ts';
import { accountSections } from './accounts-schema.ts';
import { fillValues } from './fill-values.ts';
import type { ManifestAccount } from './manifest-account.ts';
import { matchesAccount, selectorsOf, strangers } from './matches-account.ts';

export interface AccountView {
  readonly account: ManifestAccount;
  /** All accounts that are named; a selector that means none of them is a slip. */
  readonly known: readonly ManifestAccount[];
  /** Whether there may be more: what is discovered comes and goes. */
  readonly open: boolean;
}

/**
 * A file of the manifest as it is for one account: without the entries that are for others, every
 * value in its place. What comes out has the form of a manifest for one account; places stay.
 */
export function yamlForAccount(yaml: YamlSource, view: AccountView): YamlSource {
  return cutOut(yaml, view, []);
}

/** The root file says which account it is for. */
export function rootForAccount(yaml: YamlSource, view: AccountView): YamlSource {
  const { id, partition } = view.account;
  const own = cutOut(yaml, view, Object.keys(accountSections));
  const value = recordSchema.safeParse(own.value);
  return value.success ? { ...own, value: { ...value.data, account: id, partition } } : own;
}

function cutOut(yaml: YamlSource, view: AccountView, without: readonly string[]): YamlSource {
  const root = recordSchema.safeParse(yaml.value);
  if (yaml.diagnostics.length > 0 || !root.success) return yaml;
  const diagnostics: Diagnostic[] = [];
  const fault = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const { account } = view;
  const sections = Object.entries(root.data).flatMap(([key, section]): [string, unknown][] => {
    if (without.includes(key)) return [];
    if (headKeys.has(key)) return [[key, section]];
    const own = ownPart(section, [key], { ...view, yaml, fault });
    return own === undefined ? [] : [[key, ownEntries(own, [key], { ...view, yaml, fault })]];
  });
  const value = fillValues(Object.fromEntries(sections), [], { account, yaml, fault });
  return { ...yaml, value, diagnostics };
}

const recordSchema = z.record(z.string(), z.unknown());
const headKeys = new Set(['version', 'scope', 'partition', 'include', 'ignoreTags']);
const selectorKeys = ['inAccounts', 'notInAccounts'];

interface Cutting extends AccountView {
  readonly yaml: YamlSource;
  readonly fault: (diagnostic: Diagnostic) => void;
}

function ownEntries(section: unknown, path: SourcePath, cutting: Cutting): unknown {
  const entries = recordSchema.safeParse(section);
  if (!entries.success) return section;
  return Object.fromEntries(
    Object.entries(entries.data).flatMap(([name, entry]) => {
      const own = ownPart(entry, [...path, name], cutting);
      return own === undefined ? [] : [[name, own]];
    }),
  );
}

/** The part without its selectors; `undefined` where it is for other accounts. */
function ownPart(part: unknown, path: SourcePath, cutting: Cutting): unknown {
  const members = recordSchema.safeParse(part);
  if (!members.success || !selectorKeys.some((key) => key in members.data)) return part;
  const { inAccounts, notInAccounts, ...rest } = members.data;
  const only = selectorsAt(inAccounts, [...path, 'inAccounts'], cutting);
  const except = selectorsAt(notInAccounts, [...path, 'notInAccounts'], cutting);
  const means = (selector: string) => matchesAccount(selector, cutting.account);
  const isOwn = (only === undefined || only.some(means)) && !(except ?? []).some(means);
  return isOwn ? rest : undefined;
}

const selectorsSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

function selectorsAt(
  value: unknown,
  path: SourcePath,
  { yaml, known, open, fault }: Cutting,
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const position = yaml.locate(path);
  const parsed = selectorsSchema.safeParse(value);
  if (!parsed.success) {
    const message = `${path.join('.')}: must be a list of accounts: names, patterns, or tag:TAG.`;
    fault({ code: 'MANIFEST_INVALID', message, position });
    return [];
  }
  const names = selectorsOf(known);
  for (const selector of open ? [] : strangers(parsed.data, known)) {
    const near = nearestName(selector, names);
    fault({
      code: 'MANIFEST_INVALID',
      message: `${path.join('.')}: no account is "${selector}".`,
      position: yaml.locate([...path, parsed.data.indexOf(selector)]),
      hint: near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`,
    });
  }
  return parsed.data;
}
