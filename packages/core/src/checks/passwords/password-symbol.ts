import { definePasswordClassCheck } from './password-class-check.ts';

export const passwordSymbol = definePasswordClassCheck({
  id: 'password-symbol',
  label: 'a symbol',
  field: 'RequireSymbols',
  isRequired: ({ requireSymbols }) => requireSymbols,
});
