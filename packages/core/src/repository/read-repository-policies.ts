import { parseJson, positionsOf, type SyntaxTree } from '@rolecall/policy';
import { yamlTree } from '../access/yaml-tree.ts';
import { type Diagnostic, RolecallError } from '../model/errors.ts';
import { collectTemplate, isTemplate } from './cloudformation.ts';
import { collectPlain } from './plain-policies.ts';
import { collectPolicies } from './policy-collector.ts';
import type { RepositoryPolicies } from './repository-policy.ts';
import { templateTree } from './template-tree.ts';
import { collectPlan } from './terraform-plan.ts';
import { isPlan } from './terraform-state.ts';

/** Characters of a file. CloudFormation takes a megabyte; plans of Terraform are larger. */
export const largestFile = { json: 16_000_000, yaml: 2_000_000 } as const;

/**
 * The policies in a file of a repository: policy documents, what AWS's tools print, CloudFormation
 * templates (JSON or YAML), plans of Terraform as JSON. What the file is, its content tells; a file
 * about something else has no policies. Never throws for content: what cannot be read is a fault.
 */
export function readRepositoryPolicies(file: string, text: string): RepositoryPolicies {
  const fault = (message: string, position = { line: 1, column: 1 }): RepositoryPolicies => ({
    policies: [],
    faults: [{ code: 'FILE_UNREADABLE', message, position: { file, ...position } }],
  });
  const isYaml = /\.(?:ya?ml|template)$/i.test(file) && !/^[\s\uFEFF]*[{[]/.test(text);
  const most = isYaml ? largestFile.yaml : largestFile.json;
  if (text.length > most)
    return fault(`The file has ${text.length} characters; up to ${most} are read.`);
  if (text.includes('\0')) return fault('The file is not a text in UTF-8.');
  if (isYaml) return readYaml(file, text);
  const parsed = parseJson(text);
  if (parsed.ok) return readTree(file, parsed.tree);
  const { line, column } = positionsOf(text)(parsed.fault.offset);
  return fault(parsed.fault.message, { line, column: column + 1 });
}

function readYaml(file: string, text: string): RepositoryPolicies {
  const read = templateTree(file, text);
  if ('fault' in read) return { policies: [], faults: [read.fault] };
  if (isTemplate(read.tree.root)) return readTree(file, read.tree);
  try {
    return readTree(file, yamlTree(file, text));
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return { policies: [], faults: faultsOf(error, file) };
  }
}

function faultsOf(error: RolecallError, file: string): readonly Diagnostic[] {
  const position = { file, line: 1, column: 1 };
  return error.details.diagnostics ?? [{ code: error.code, message: error.message, position }];
}

function readTree(file: string, tree: SyntaxTree): RepositoryPolicies {
  const collector = collectPolicies(file, tree.text);
  const format = isPlan(tree.root) ? 'plan' : isTemplate(tree.root) ? 'template' : 'documents';
  if (format === 'plan') collectPlan(tree.root, collector);
  else if (format === 'template') collectTemplate(tree.root, collector);
  else collectPlain(tree, collector);
  return { ...collector.collected(), format };
}
