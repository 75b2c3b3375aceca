import type { CatalogueEntry } from './catalogue.ts';

export interface OwnCatalogueEntry extends CatalogueEntry {
  /** When it fires, as a sentence. */
  readonly title: string;
}

/** What ValidatePolicy does not look at. Reported apart from its codes. */
export const ownCatalogue: readonly OwnCatalogueEntry[] = [
  {
    issueCode: 'DUPLICATE_ELEMENT',
    findingType: 'ERROR',
    title: 'A name stands twice in one object; only one of the two values counts.',
  },
  {
    issueCode: 'UNACCEPTED_CHARACTER',
    findingType: 'ERROR',
    title: 'A character is outside of U+0009, U+000A, U+000D and U+0020 to U+00FF.',
  },
  {
    issueCode: 'POLICY_SIZE_EXCEEDS_ENTITY_QUOTA',
    findingType: 'ERROR',
    title: 'The policy is longer than the kind of entity it is meant for takes.',
  },
  {
    issueCode: 'POLICY_SIZE_NEEDS_QUOTA_INCREASE',
    findingType: 'WARNING',
    title: 'A trust policy is longer than 2,048 characters, which takes a raised quota.',
  },
  {
    issueCode: 'DOCUMENTATION_PLACEHOLDER',
    findingType: 'WARNING',
    title: 'A value was copied from the documentation: an example account, ID or bucket.',
  },
  {
    issueCode: 'ARN_NEVER_MATCHES',
    findingType: 'WARNING',
    title: 'An ARN has an empty field or fields in the wrong place, so that it matches nothing.',
  },
  {
    issueCode: 'CONDITION_KEY_NEVER_SENT',
    findingType: 'WARNING',
    title: 'No action of the statement comes with the key that its condition asks for.',
  },
  {
    issueCode: 'RESOURCE_OF_NO_ACTION',
    findingType: 'WARNING',
    title: 'No action of the statement works on a resource of this kind.',
  },
  {
    issueCode: 'GITHUB_SUBJECT_WITHOUT_CLAIM',
    findingType: 'ERROR',
    title: 'A subject of GitHub Actions does not begin with "repo:" or another claim.',
  },
  {
    issueCode: 'GITHUB_SUBJECT_OPEN_TO_OTHERS',
    findingType: 'SECURITY_WARNING',
    title: 'A subject of GitHub Actions leaves the owner open: repositories of others match.',
  },
  {
    issueCode: 'GITHUB_SUBJECT_OPEN_TO_OWNER',
    findingType: 'WARNING',
    title: 'A subject of GitHub Actions takes every repository of its owner.',
  },
];

/** The section of our own documentation that explains a code. */
export function ownDocsLink(issueCode: string): string {
  return `docs/policy-lint.gen.md#${issueCode.toLowerCase()}`;
}
