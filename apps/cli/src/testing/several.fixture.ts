import { folderOf, inPlaceOfAws, sandboxOf } from './run.fixture.ts';

/** Two members of the built-in organization, behind their roles. */
export const accounts = `version: 1
scope: platform
accountDefaults: { role: Rolecall, externalId: acme-rolecall, values: { access: ReadOnlyAccess } }
accounts:
  shop: { id: "222233334444", tags: [live], values: { access: PowerUserAccess } }
  test: { id: "333344445555" }
`;
export const body = `roles:
  builder:
    trust: { Statement: { Effect: Allow, Principal: { Service: codebuild.amazonaws.com }, Action: sts:AssumeRole } }
    managedPolicies: ["{{values.access}}"]
`;

/** The organization in the place of AWS, and a folder with the manifest. */
export async function stage(text = accounts + body) {
  const sandbox = await sandboxOf('organization');
  const cwd = await folderOf({ 'rolecall.yaml': text });
  const member = (id: string) => {
    const found = sandbox.members.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  return { sandbox, cwd, member, options: { cwd, aws: inPlaceOfAws(sandbox) } };
}
