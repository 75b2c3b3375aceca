import type { Diagnostic } from '../model/errors.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import type { ManifestSource } from './read-manifest.ts';
import type { YamlSource } from './yaml-source.ts';

type SamlProviders = ResourceSections['samlProviders'];

interface Place {
  readonly source: ManifestSource;
  /** The file that names the others. */
  readonly from: string;
  readonly yaml: YamlSource;
}

/** Puts the text of the files in the place of their names; each must lie beside the manifest or below. */
export async function readMetadataFiles(
  declared: SamlProviders,
  { source, from, yaml }: Place,
): Promise<{ readonly samlProviders: SamlProviders; readonly faults: readonly Diagnostic[] }> {
  const faults: Diagnostic[] = [];
  const entries = await Promise.all(
    Object.entries(declared).map(async ([name, provider]) => {
      if (typeof provider.metadata === 'string') return [name, provider] as const;
      const { file } = provider.metadata;
      // As a pattern it is kept within the folder, as included files are.
      const [found] = await source.match(file, from);
      if (found === undefined) {
        faults.push({
          code: 'MANIFEST_INVALID',
          message: `samlProviders.${name}.metadata: there is no file "${file}".`,
          position: yaml.locate(['samlProviders', name, 'metadata', 'file']),
          hint: "Name it from the manifest's folder; it lies there or below.",
        });
        return [name, provider] as const;
      }
      return [name, { ...provider, metadata: await source.read(found) }] as const;
    }),
  );
  return { samlProviders: Object.fromEntries(entries), faults };
}
