import { definePasswordClassCheck } from './password-class-check.ts';

export const passwordNumber = definePasswordClassCheck({
  id: 'password-number',
  label: 'a number',
  field: 'RequireNumbers',
  isRequired: ({ requireNumbers }) => requireNumbers,
});
