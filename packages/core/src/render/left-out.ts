import { mentionedUsers } from './center-people.ts';
import type { OpenResources } from './open-resources.ts';
import { templateNames } from './template-names.ts';

/** Languages that have no word for some of what a blueprint may make. */
export type TemplateLanguage = 'cloudformation' | 'terraform';

/** What of the resources the language cannot make, or is not printed in it, in words. */
export function leftOut(resources: OpenResources, language: TemplateLanguage): readonly string[] {
  const { samlProviders, protonSettings } = resources.sections;
  return [
    ...(language === 'cloudformation' ? leftOutOfTemplates(resources) : []),
    ...Object.entries(samlProviders).flatMap(([name, { metadata }]) =>
      typeof metadata === 'string'
        ? []
        : [`the SAML provider ${name}, whose metadata is the file ${metadata.file}`],
    ),
    ...Object.keys(protonSettings).map((region) => `the settings of Proton in ${region}`),
  ];
}

function leftOutOfTemplates(resources: OpenResources): readonly string[] {
  const { policies, accountAlias, passwordPolicy, alternateContacts, identityCenter } =
    resources.sections;
  const { idOf } = templateNames(resources);
  const mentioned = mentionedUsers(identityCenter);
  const people = new Set([...Object.keys(identityCenter.users), ...mentioned]);
  return [
    ...Object.entries(policies).flatMap(([name, { document }]) =>
      'copyOf' in document
        ? [`the policy ${name}, a copy of ${document.copyOf} as the account has it`]
        : [],
    ),
    ...(accountAlias ? ['the account alias'] : []),
    ...(passwordPolicy ? ['the password policy'] : []),
    ...Object.keys(alternateContacts).map((name) => `the contact for ${name}`),
    ...[...people].map((name) =>
      mentioned.includes(name)
        ? `the user ${name} of Identity Center, whose id is the parameter ${idOf('identity-center-user', name)}Id`
        : `the user ${name} of Identity Center`,
    ),
  ];
}
