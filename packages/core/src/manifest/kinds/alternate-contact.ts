import { contactNames } from '../../model/kinds/alternate-contact.ts';
import type { KindDeclaration } from './kind-declaration.ts';

export const alternateContactDeclaration: KindDeclaration<'alternate-contact'> = {
  declare: ({ alternateContacts }, declaredAs) =>
    contactNames.flatMap((kind) => {
      const declared = alternateContacts[kind];
      if (declared === undefined) return [];
      const path = ['alternateContacts', kind];
      const { mark: _untagged, ...about } = declaredAs('alternate-contact', kind, {
        path,
        life: declared,
      });
      const { adopt, enforce: _told, ...contact } = declared;
      return [{ ...about, contact, adopt }];
    }),
  // They have none of their own: they belong to the account.
  arn: (_, { partition, account }) => `arn:${partition}:account::${account}:account`,
};
