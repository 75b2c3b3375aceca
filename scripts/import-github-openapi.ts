/**
 * Cuts GitHub's description of its REST API down to what the tests of the action need:
 * `node scripts/import-github-openapi.ts <api.github.com.json>`. The file is in the npm package
 * `@octokit/openapi` (MIT), which is too large to depend on. Kept are the operations below with
 * their parameters, bodies and good answers, and the components these name; prose is dropped.
 */
import { writeFileSync } from 'node:fs';
import { type JsonRecord, readJsonRecord, recordAt } from './read-json.ts';

const repository = '/repos/{owner}/{repo}';
const operations: Readonly<Record<string, readonly string[]>> = {
  '': ['get'],
  '/actions/artifacts': ['get'],
  '/actions/artifacts/{artifact_id}/{archive_format}': ['get'],
  '/actions/runs': ['get'],
  '/actions/runs/{run_id}': ['get'],
  '/actions/runs/{run_id}/artifacts': ['get'],
  '/activity': ['get'],
  '/branches/{branch}': ['get'],
  '/check-runs': ['post'],
  '/check-runs/{check_run_id}': ['patch'],
  '/collaborators/{username}/permission': ['get'],
  '/commits/{commit_sha}/pulls': ['get'],
  '/commits/{ref}': ['get'],
  '/commits/{ref}/check-runs': ['get'],
  '/compare/{basehead}': ['get'],
  '/contents/{path}': ['get'],
  '/git/blobs/{file_sha}': ['get'],
  '/git/ref/{ref}': ['get'],
  '/git/trees/{tree_sha}': ['get'],
  '/issues': ['get', 'post'],
  '/issues/comments/{comment_id}': ['patch', 'delete'],
  '/issues/{issue_number}': ['patch'],
  '/issues/{issue_number}/comments': ['get', 'post'],
  '/issues/{issue_number}/labels': ['post'],
  '/pulls/{pull_number}': ['get'],
  '/pulls/{pull_number}/commits': ['get'],
  '/pulls/{pull_number}/files': ['get'],
  '/pulls/{pull_number}/reviews': ['get'],
};

/** Prose, and what says nothing about the shape of a request or an answer. */
const dropped =
  /^(?:description|summary|title|tags|examples?|externalDocs|headers|links|x-(?!multi-segment).*)$/;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: import-github-openapi.ts <api.github.com.json>');
const whole = readJsonRecord(file);
const version = String(recordAt(whole, 'info')['version']);

const components = new Map<string, unknown>();
const paths = Object.fromEntries(
  Object.entries(operations).map(([path, methods]) => [
    repository + path,
    Object.fromEntries(methods.map((method) => [method, cutOperation(repository + path, method)])),
  ]),
);
for (const operation of Object.values(paths)) collectComponents(operation);

const output = 'apps/action/src/testing/github/github-openapi.gen.json';
const text = printByLine({
  source: `@octokit/openapi ${version} (MIT), generated/api.github.com.json`,
  paths,
  components: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
});
writeFileSync(new URL(`../${output}`, import.meta.url), text);
console.log(`${output}: ${components.size} components, ${text.length} characters`);

function cutOperation(path: string, method: string): unknown {
  const operation = recordAt(recordAt(recordAt(whole, 'paths'), path), method);
  const responses = Object.entries(recordAt(operation, 'responses'));
  if (responses.length === 0) throw new Error(`no operation ${method} ${path}`);
  return withoutProse({
    ...operation,
    responses: Object.fromEntries(responses.filter(([status]) => /^(?:2..|302)$/.test(status))),
  });
}

/** Keys below `properties` are names that GitHub chose, whatever they are called. */
function withoutProse(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => keysAreNames || !dropped.test(key))
      .map(([key, member]) => [key, withoutProse(member, !keysAreNames && key === 'properties')]),
  );
}

function collectComponents(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key !== '$ref' || typeof member !== 'string') collectComponents(member);
    else if (!components.has(member)) {
      const component = withoutProse(componentAt(member));
      components.set(member, component);
      collectComponents(component);
    }
  }
}

/** `#/components/schemas/issue`. */
function componentAt(reference: string): JsonRecord {
  const names = reference.split('/').slice(1);
  const component = names.reduce(recordAt, whole);
  if (Object.keys(component).length === 0) throw new Error(`${reference} is not in ${file}`);
  return component;
}

/** A path or component a line, so that the next import can be compared with this one. */
function printByLine(cut: { source: string; paths: object; components: object }): string {
  const block = (members: object) =>
    Object.entries(members)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"source":${JSON.stringify(cut.source)},\n"paths":{\n${block(cut.paths)}\n},\n"components":{\n${block(cut.components)}\n}}\n`;
}
