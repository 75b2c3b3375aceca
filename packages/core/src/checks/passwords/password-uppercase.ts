import { definePasswordClassCheck } from './password-class-check.ts';

export const passwordUppercase = definePasswordClassCheck({
  id: 'password-uppercase',
  label: 'an uppercase letter',
  field: 'RequireUppercaseCharacters',
  isRequired: ({ requireUppercase }) => requireUppercase,
});
