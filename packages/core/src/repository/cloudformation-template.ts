import { principalTypes } from './cloudformation-resources.ts';
import { canonicalDraft, type Draft, memberIn, shownDraft, textIn } from './draft.ts';
import { type Guarded, withChoices } from './make-choices.ts';
import { bind } from './policy-collector.ts';
import type { Binding, Guard } from './repository-policy.ts';

export interface Template {
  readonly file: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly outputs: Draft | undefined;
}

export interface Resource {
  /** The logical id. */
  readonly name: string;
  readonly holder: string;
  readonly type: string;
  readonly properties: Draft;
  readonly when: readonly Guard[];
}

/** The resource of the template that a reference or a name is about. */
export function resourceNamed(
  draft: Draft,
  template: Template,
  nameProperty: string,
): Resource | undefined {
  if (draft.kind === 'unknown') {
    const [name = ''] = draft.unknown.name.split('.');
    return template.resources.get(name);
  }
  const wanted = canonicalDraft(draft);
  return [...template.resources.values()].find(({ properties, type }) => {
    const name = memberIn(properties, nameProperty);
    return type.startsWith('AWS::IAM::') && name !== undefined && canonicalDraft(name) === wanted;
  });
}

const holderLists = [
  ['Roles', 'RoleName', 'role'],
  ['Users', 'UserName', 'user'],
  ['Groups', 'GroupName', 'group'],
] as const;

/** Whom a policy that names its holders is for. */
export function bindingsOf(resource: Resource, template: Template): readonly Binding[] {
  return holderLists.flatMap(([list, nameProperty, word]) =>
    [list, nameProperty]
      .filter(
        (member) => member === list || /^AWS::IAM::(?:Role|User|Group)Policy$/.test(resource.type),
      )
      .flatMap((member) => withChoices(memberIn(resource.properties, member), resource.when))
      .map(({ draft, when }) => {
        const named = resourceNamed(draft, template, nameProperty);
        const holder =
          named !== undefined && principalTypes.get(named.type)?.type === word
            ? named.holder
            : `${template.file}#${word} ${shownDraft(draft)} <${canonicalDraft(draft)}>`;
        return bind(holder, 'policy', { when });
      }),
  );
}

/** The template's groups that a user is in, and what else it is in. */
export function membershipsOf(user: Resource, template: Template): readonly Guarded[] {
  const additions = [...template.resources.values()].flatMap((resource) => {
    if (resource.type !== 'AWS::IAM::UserToGroupAddition') return [];
    const group = memberIn(resource.properties, 'GroupName');
    if (group === undefined) return [];
    return withChoices(memberIn(resource.properties, 'Users'), resource.when)
      .filter(({ draft }) => resourceNamed(draft, template, 'UserName')?.name === user.name)
      .flatMap(({ when }) => withChoices(group, when));
  });
  return [...withChoices(memberIn(user.properties, 'Groups'), user.when), ...additions];
}

export function nameOf(draft: Draft): string {
  return textIn(draft, 'PolicyName') ?? shownDraft(memberIn(draft, 'PolicyName') ?? draft);
}
