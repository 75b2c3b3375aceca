import { type Diagnostic, refuse } from '../../model/errors.ts';
import type { Manifest } from '../manifest.ts';
import {
  type ManifestSource,
  readManifest,
  readManifestFiles,
  validate,
} from '../read-manifest.ts';
import { parseYaml, type YamlSource } from '../yaml-source.ts';
import {
  type AccountDiscovery,
  type AccountReach,
  type AccountsHead,
  accountsHeadSchema,
} from './accounts-schema.ts';
import { type ManifestAccount, makeAccount } from './manifest-account.ts';
import { rootForAccount, yamlForAccount } from './yaml-for-account.ts';

/** A manifest for several accounts: which they are, and the manifest of today for each. */
export interface ManifestSet {
  readonly kind: 'several';
  readonly file: string;
  readonly scope: string;
  readonly partition: string;
  /** Those that are named; what is discovered is not among them. */
  readonly accounts: readonly ManifestAccount[];
  readonly discovery: readonly DiscoveryRule[];
  readonly defaults: AccountReach;
  /**
   * What the account should have. Fails (`MANIFEST_INVALID`) with every fault, each at its line:
   * a value that it lacks, a selector that means no account.
   */
  manifestFor(account: ManifestAccount): Promise<Manifest>;
}

export interface DiscoveryRule extends AccountDiscovery {
  readonly position: ManifestAccount['position'];
}

export interface SingleManifest {
  readonly kind: 'one';
  readonly manifest: Manifest;
}

/** Reads a manifest, for one account or for several. Fails with every fault of its head at once. */
export async function readManifests(
  source: ManifestSource,
  file: string,
): Promise<SingleManifest | ManifestSet> {
  const parsed = new Map<string, Promise<YamlSource>>();
  const open = (name: string): Promise<YamlSource> => {
    const yaml = parsed.get(name) ?? source.read(name).then((text) => parseYaml(name, text));
    parsed.set(name, yaml);
    return yaml;
  };
  const root = await open(file);
  if (!namesAccounts(root.value))
    return { kind: 'one', manifest: await readManifest(source, file) };
  const head = validate(root, accountsHeadSchema);
  if (!head.success) return refuse(`${file} is not a valid manifest.`, head.diagnostics);
  const accounts = namedAccounts(head.value, root);
  const faults = [...accountFaults(accounts), ...emptyFaults(head.value, root)];
  if (faults.length > 0) return refuse(`${file} is not a valid manifest.`, faults);
  const { scope, partition, discoverAccounts, accountDefaults: defaults } = head.value;
  return {
    kind: 'several',
    file,
    scope,
    partition,
    accounts,
    defaults,
    discovery: discoverAccounts.map((rule, index) => ({
      ...rule,
      position: root.locate(['discoverAccounts', index]),
    })),
    manifestFor: (account) => {
      const view = { account, known: accounts, open: discoverAccounts.length > 0 };
      const files = {
        open: async (name: string) =>
          name === file ? rootForAccount(root, view) : yamlForAccount(await open(name), view),
        read: source.read,
        match: source.match,
      };
      return readManifestFiles(files, file);
    },
  };
}

function namesAccounts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['accounts', 'discoverAccounts'].some((key) => key in value);
}

function namedAccounts(head: AccountsHead, root: YamlSource): readonly ManifestAccount[] {
  return Object.entries(head.accounts).map(([name, own]) =>
    makeAccount(
      {
        name,
        id: own.id,
        partition: own.partition ?? head.partition,
        discovered: false,
        position: root.locateKey(['accounts', name]),
      },
      own,
      head.accountDefaults,
    ),
  );
}

/** The same id twice would plan one account twice, and a role elsewhere leads elsewhere. */
function accountFaults(accounts: readonly ManifestAccount[]): readonly Diagnostic[] {
  return accounts.flatMap((account, index): Diagnostic[] => {
    const { name, id, partition, role, position } = account;
    const first = accounts.slice(0, index).find((other) => other.id === id);
    const twice: Diagnostic[] = first
      ? [
          {
            code: 'MANIFEST_INVALID',
            message: `accounts.${name} has the id of accounts.${first.name}: ${id}.`,
            position,
            hint: 'Keep one of them.',
          },
        ]
      : [];
    const stray = role !== undefined && !role.startsWith(`arn:${partition}:iam::${id}:role/`);
    return stray
      ? [
          ...twice,
          {
            code: 'MANIFEST_INVALID',
            message: `accounts.${name}: ${role} is no role of account ${id} (${partition}).`,
            position,
            hint: 'Write the name of the role alone: it is looked for in the account itself.',
          },
        ]
      : twice;
  });
}

function emptyFaults(head: AccountsHead, root: YamlSource): readonly Diagnostic[] {
  if (Object.keys(head.accounts).length + head.discoverAccounts.length > 0) return [];
  return [
    {
      code: 'MANIFEST_INVALID',
      message: 'accounts names none.',
      position: root.locateKey(['accounts']),
      hint: 'Name one, or let them be found with discoverAccounts.',
    },
  ];
}
