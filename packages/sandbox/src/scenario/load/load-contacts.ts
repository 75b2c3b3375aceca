import type { AlternateContact, AlternateKind } from '../../account/contacts.ts';
import type { Loading } from '../loading.ts';

export function loadContacts({ account, scenario }: Loading): void {
  const { primary: given, billing, operations, security } = scenario.contacts;
  const { primary } = account.contacts;
  const kinds: readonly (readonly [AlternateKind, AlternateContact | undefined])[] = [
    ['BILLING', billing],
    ['OPERATIONS', operations],
    ['SECURITY', security],
  ];
  const alternate = kinds.flatMap(([kind, contact]) =>
    contact === undefined ? [] : [[kind, contact] as const],
  );
  account.contacts = {
    primary: {
      fullName: given.fullName ?? primary.fullName,
      companyName: given.companyName,
      phone: given.phone ?? primary.phone,
      address: given.address ?? primary.address,
      city: given.city ?? primary.city,
      postalCode: given.postalCode ?? primary.postalCode,
      country: given.country ?? primary.country,
    },
    alternate: new Map(alternate),
  };
}
