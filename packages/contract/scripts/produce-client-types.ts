import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** In the order in which they build upon each other. */
const sources = ['names', 'problem', 'client'];

/**
 * Declarations of the client in one file. They take the types of the contract from where they are,
 * which any compiler reads, since there is nothing but types.
 */
export function produceClientTypes(): string {
  return `${header}${sources.map(declarationsOf).join('\n')}`;
}

function declarationsOf(name: string): string {
  const fileName = join(import.meta.dirname, `../src/${name}.ts`);
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions: { isolatedDeclarations: true },
  });
  const [fault] = diagnostics;
  if (fault) throw new Error(`${name}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
  return outputText.replace(/^import .* from '\.\/.*';\n|^export \{\};\n/gm, '');
}

const header = `// Made of src by \`npm run generate\`.
import type { components, operations, paths } from '../src/api.gen.ts';

export type { components, operations, paths };
`;
