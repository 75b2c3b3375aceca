import { definePasswordClassCheck } from './password-class-check.ts';

export const passwordLowercase = definePasswordClassCheck({
  id: 'password-lowercase',
  label: 'a lowercase letter',
  field: 'RequireLowercaseCharacters',
  isRequired: ({ requireLowercase }) => requireLowercase,
});
