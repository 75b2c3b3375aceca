/** `INVALID_ACTION` → `Invalid action`. */
export function ruleTitle(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A file as a relative address. */
export function sarifUri(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

export interface SarifRun {
  /** Who says it. */
  readonly name: string;
  readonly version: string;
  readonly rules: readonly object[];
  readonly results: readonly object[];
  readonly properties?: object;
}

/**
 * A SARIF 2.1.0 log of one run, which GitHub code scanning and editors read. Lines and columns count
 * from 1, columns in UTF-16 code units.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function sarifLog({ name, version, rules, results, properties }: SarifRun): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, version, rules } },
        columnKind: 'utf16CodeUnits',
        results,
        ...(properties && { properties }),
      },
    ],
  };
}
