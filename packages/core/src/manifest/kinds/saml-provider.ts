import { iamArn } from '@rolecall/policy';
import type { KindDeclaration } from './kind-declaration.ts';

export const samlProviderDeclaration: KindDeclaration<'saml-provider'> = {
  declare: ({ samlProviders }, declaredAs) =>
    Object.entries(samlProviders).map(([name, provider]) => {
      const { mark, ...about } = declaredAs('saml-provider', name, {
        path: ['samlProviders', name],
        life: provider,
      });
      const { metadata, tags, adopt } = provider;
      // Files were put in when the manifest was read; nothing else can name one.
      const text = typeof metadata === 'string' ? metadata : '';
      return { ...about, metadata: text, tags: { ...tags, ...mark }, adopt };
    }),
  arn: ({ name }, { partition, account }) =>
    iamArn({ partition, account, type: 'saml-provider', name }),
};
