import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findPolicies, RolecallError, type SourcePosition, yamlTree } from '@rolecall/core';
import {
  FormatFault,
  type Policy,
  parseJson,
  policyOf,
  positionsOf,
  type SyntaxTree,
} from '@rolecall/policy';
import { readText } from '../files/read-text.ts';
import { statementsIn } from './policy-kind.ts';

/** A policy where it stands in a file. */
export interface PolicyText {
  readonly file: string;
  /** `roles.builder.trust`, in a file that holds more than the policy; otherwise empty. */
  readonly address: string;
  /** The whole file. */
  readonly text: string;
  /** `undefined`: the file is not JSON. */
  readonly tree: SyntaxTree | undefined;
}

/** A policy whose form is right. */
export interface PlacedPolicy extends PolicyText {
  readonly policy: Policy;
  /** Where a statement begins, counted from 0. */
  readonly placeOf: (statement: number) => SourcePosition;
}

/** `app.json`, or `rolecall.yaml, roles.builder.trust`. */
export function nameOf({ file, address }: Pick<PolicyText, 'file' | 'address'>): string {
  return address === '' ? file : `${file}, ${address}`;
}

/** The policies in files, and in all `.json` files of folders. */
async function readPolicyTexts(
  cwd: string,
  paths: readonly string[],
): Promise<readonly PolicyText[]> {
  return (await readFiles(cwd, paths)).flatMap(policyTextsIn);
}

export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** The files, and all `.json` files of folders. */
export async function readFiles(
  cwd: string,
  paths: readonly string[],
): Promise<readonly FileText[]> {
  const files = await Promise.all(paths.map((path) => filesAt(cwd, path)));
  return Promise.all(files.flat().map(async (file) => ({ file, text: await readText(cwd, file) })));
}

/**
 * As `readPolicyTexts`, for those who need to understand what is written.
 * @throws RolecallError POLICY_INVALID with every place where a file stops being a policy
 */
export async function readPolicies(
  cwd: string,
  paths: readonly string[],
): Promise<readonly PlacedPolicy[]> {
  const texts = await readPolicyTexts(cwd, paths);
  if (texts.length === 0 && paths.length > 0)
    throw new RolecallError('POLICY_INVALID', `There is no policy in ${paths.join(', ')}.`, {
      hint: 'A policy is a JSON document, or part of a YAML document, with a Statement.',
    });
  return placePolicies(texts);
}

function placePolicies(texts: readonly PolicyText[]): readonly PlacedPolicy[] {
  const read = texts.map(placePolicy);
  const faults = read.flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (faults.length > 0) {
    const [first] = faults;
    const summary =
      faults.length === 1
        ? `${first?.position.file ?? 'The file'} is not a policy that can be read.`
        : `${faults.length} policies cannot be read.`;
    throw new RolecallError('POLICY_INVALID', summary, {
      hint: 'See all that is wrong with `rolecall policy lint`.',
      diagnostics: faults,
    });
  }
  return read.flatMap((each) => ('fault' in each ? [] : [each]));
}

function placePolicy(text: PolicyText) {
  const positionAt = positionsOf(text.text);
  const at = (offset: number): SourcePosition => {
    const { line, column } = positionAt(offset);
    return { file: text.file, line, column: column + 1 };
  };
  const fault = (message: string, offset: number) => ({
    fault: { code: 'POLICY_INVALID' as const, message, position: at(offset) },
  });
  const { tree } = text;
  if (tree === undefined) {
    const parsed = parseJson(text.text);
    return parsed.ok
      ? fault('The file is empty.', 0)
      : fault(parsed.fault.message, parsed.fault.offset);
  }
  try {
    const policy = policyOf(tree.root);
    const statements = statementsIn(tree.root);
    return {
      ...text,
      policy,
      placeOf: (statement: number) => at(statements[statement]?.start ?? tree.root.start),
    };
  } catch (error) {
    if (error instanceof FormatFault) return fault(error.message, error.node.start);
    throw error;
  }
}

async function filesAt(cwd: string, path: string): Promise<readonly string[]> {
  const isFolder = await stat(resolve(cwd, path)).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(resolve(cwd, path))).filter((name) => name.endsWith('.json'));
  if (names.length === 0)
    throw new RolecallError('FILE_UNREADABLE', `The folder ${path} holds no .json file.`, {
      hint: 'Name the files themselves if they are called otherwise.',
    });
  return names.sort().map((name) => join(path, name));
}

/** The policies in a file. */
export function policyTextsIn({ file, text }: FileText): readonly PolicyText[] {
  if (/\.ya?ml$/i.test(file))
    return findPolicies(yamlTree(file, text)).map((found) => ({ file, text, ...found }));
  const parsed = parseJson(text);
  if (!parsed.ok) return [{ file, address: '', text, tree: undefined }];
  const found = findPolicies(parsed.tree);
  // A JSON file without a statement is a policy that lacks it; YAML may be about anything.
  if (found.length === 0) return [{ file, address: '', text, tree: parsed.tree }];
  return found.map((one) => ({ file, text, ...one }));
}
