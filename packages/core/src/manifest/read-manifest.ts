import type { z } from 'zod';
import { type Diagnostic, refuse } from '../model/errors.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import type { CheckSettings } from '../model/settings.ts';
import { explainIssues } from './explain-issues.ts';
import type { BlueprintDeclaration, Declarations, Manifest } from './manifest.ts';
import { readMetadataFiles } from './read-metadata-files.ts';
import { type BlueprintUse, fragmentSchema, manifestSchema } from './schema.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** Where manifests come from: a folder of files, or the tree of a commit. */
export interface ManifestSource {
  /** Text of the file; throws where there is none. */
  read(file: string): Promise<string>;
  /** Files that match a glob pattern, relative to the folder of `from`; sorted. */
  match(pattern: string, from: string): Promise<readonly string[]>;
}

/**
 * Reads a manifest and the files it includes. Fails with every fault of form at once
 * (`MANIFEST_INVALID`), each with its file, line and column.
 */
export async function readManifest(source: ManifestSource, file: string): Promise<Manifest> {
  const open = async (name: string) => parseYaml(name, await source.read(name));
  const root = await open(file);
  requireOneAccount(root);
  return readManifestFiles(
    {
      read: source.read,
      match: source.match,
      open: async (name) => (name === file ? root : open(name)),
    },
    file,
  );
}

/** Manifest files as they are read, or as they are for one of several accounts. */
export interface ManifestYaml extends ManifestSource {
  open(file: string): Promise<YamlSource>;
}

/** The same from files that have been parsed. */
export async function readManifestFiles(source: ManifestYaml, file: string): Promise<Manifest> {
  const root = await source.open(file);
  const document = validate(root, manifestSchema);
  if (!document.success) return refuse(summary(file), document.diagnostics);

  const included = new Set<string>();
  for (const pattern of document.value.include) {
    const matches = await source.match(pattern, file);
    if (matches.length === 0) {
      const index = document.value.include.indexOf(pattern);
      return refuse(summary(file), [
        {
          code: 'MANIFEST_INVALID',
          message: `include: no file matches "${pattern}".`,
          position: root.locate(['include', index]),
        },
      ]);
    }
    for (const match of matches) if (match !== file) included.add(match);
  }

  const fragments = await Promise.all(
    [...included].sort().map(async (name) => {
      const yaml = await source.open(name);
      return { yaml, name, result: validate(yaml, fragmentSchema) };
    }),
  );
  const faults = fragments.flatMap(({ result }) => (result.success ? [] : result.diagnostics));
  if (faults.length > 0) return refuse(summary(file), faults);

  const written = [
    { yaml: root, value: document.value, file },
    ...fragments.flatMap(({ yaml, result, name }) =>
      result.success ? [{ yaml, value: result.value, file: name }] : [],
    ),
  ];
  const parts = await Promise.all(
    written.map(async ({ yaml, value, file: from }) => {
      const read = await readMetadataFiles(value.samlProviders, { source, from, yaml });
      return { yaml, value: { ...value, samlProviders: read.samlProviders }, faults: read.faults };
    }),
  );
  const unread = parts.flatMap((part) => part.faults);
  if (unread.length > 0) return refuse(summary(file), unread);
  const { scope, account, partition, prune, ignoreTags, delivery, checks, expiryNoticeDays } =
    document.value;
  return {
    scope,
    account,
    partition,
    prune,
    ignoreTags,
    ignore: document.value.ignore.map((pattern, index) => ({
      pattern,
      position: root.locate(['ignore', index]),
    })),
    moved: document.value.moved.map((move, index) => ({
      ...move,
      position: root.locate(['moved', index]),
    })),
    expiryNoticeDays,
    delivery,
    checks,
    ownChecks: ownChecks(checks, root.value),
    declarations: parts.map(({ yaml, value }) => declarationsOf(yaml, value)),
    blueprints: parts.flatMap(({ yaml, value }) => blueprintsOf(yaml, value.blueprints)),
    files: [file, ...[...included].sort()],
  };
}

/** Without those that are ours by default; what is said once more as the default is said. */
function ownChecks(checks: CheckSettings, written: unknown): Partial<CheckSettings> {
  const said = Object.keys(recordIn(recordIn(written).checks));
  return Object.fromEntries(Object.entries(checks).filter(([name]) => said.includes(name)));
}

function recordIn(value: unknown): { readonly checks?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Where one account is worked on, a manifest of several would have to be guessed at. */
function requireOneAccount(root: YamlSource): void {
  const { value } = root;
  if (typeof value !== 'object' || value === null || !('accounts' in value)) return;
  refuse(summary(root.file), [
    {
      code: 'MANIFEST_INVALID',
      message: 'This manifest is for several accounts, and only one can be worked on here.',
      position: root.locateKey(['accounts']),
      hint: '`rolecall plan`, `apply`, `check`, `drift`, `guide`, `snapshot` and `doctor` take several; others one of them, with --account.',
    },
  ]);
}

type Validated<T> =
  | { readonly success: true; readonly value: T }
  | { readonly success: false; readonly diagnostics: readonly Diagnostic[] };

export function validate<S extends z.ZodType>(
  source: YamlSource,
  schema: S,
): Validated<z.output<S>> {
  if (source.diagnostics.length > 0) return { success: false, diagnostics: source.diagnostics };
  const result = schema.safeParse(source.value ?? {});
  return result.success
    ? { success: true, value: result.data }
    : { success: false, diagnostics: explainIssues(result.error.issues, source, schema) };
}

/** Keeps the places of a file and not its value, of which the sections are a copy. */
function declarationsOf({ locateKey }: YamlSource, sections: ResourceSections): Declarations {
  return { sections, locate: locateKey };
}

function blueprintsOf(
  { locate }: YamlSource,
  uses: { readonly [name: string]: BlueprintUse },
): readonly BlueprintDeclaration[] {
  return Object.entries(uses).map(([name, use]) => ({
    ...use,
    name,
    locate: (path) => locate(['blueprints', name, ...path]),
  }));
}

function summary(file: string): string {
  return `${file} is not a valid manifest.`;
}
