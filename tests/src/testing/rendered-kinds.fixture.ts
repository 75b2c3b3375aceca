import type { DesiredOf, DesiredResource } from '@rolecall/core';

interface Expected {
  readonly type: string;
  readonly values: { readonly [name: string]: unknown };
}

type KindResource = DesiredOf<'analyzer' | 'saml-provider' | 'alternate-contact'>;

export function isOfKinds(resource: DesiredResource): resource is KindResource {
  return /^(?:analyzer|saml-provider|alternate-contact)$/.test(resource.type);
}

/** What a template would have to come to; `Region` is the one whose stacks make the resource. */
export function kindTemplate(resource: KindResource): readonly Expected[] {
  switch (resource.type) {
    case 'analyzer': {
      const { unusedAccessAge: age, archiveRules } = resource;
      const rules = Object.entries(archiveRules).map(([RuleName, filter]) => ({
        RuleName,
        Filter: Object.entries(filter).map(([Property, { eq, neq, contains, exists }]) =>
          given({ Property, Eq: eq, Neq: neq, Contains: contains, Exists: exists }),
        ),
      }));
      return [
        expected('AWS::AccessAnalyzer::Analyzer', {
          Region: resource.region,
          AnalyzerName: resource.analyzerName,
          Type: resource.analyzerType,
          AnalyzerConfiguration:
            age === undefined ? undefined : { UnusedAccessConfiguration: { UnusedAccessAge: age } },
          ArchiveRules: rules.length > 0 ? rules : undefined,
          Tags: templateTags(resource.tags),
        }),
      ];
    }
    case 'saml-provider':
      return [
        expected('AWS::IAM::SAMLProvider', {
          Name: resource.name,
          SamlMetadataDocument: resource.metadata,
          Tags: templateTags(resource.tags),
        }),
      ];
    case 'alternate-contact':
      throw new Error('no template makes a contact');
    default:
      return resource satisfies never;
  }
}

/** The same of a configuration of Terraform. */
export function kindConfiguration(resource: KindResource): readonly Expected[] {
  switch (resource.type) {
    case 'analyzer': {
      const { region, analyzerName: analyzer_name, unusedAccessAge: age } = resource;
      return [
        expected('aws_accessanalyzer_analyzer', {
          region,
          analyzer_name,
          type: resource.analyzerType,
          configuration:
            age === undefined ? undefined : { unused_access: { unused_access_age: age } },
          tags: ownTags(resource.tags),
        }),
        ...Object.entries(resource.archiveRules).map(([rule_name, filter]) => {
          const blocks = Object.entries(filter).map(([criteria, criterion]) =>
            given({ criteria, ...criterion }),
          );
          return expected('aws_accessanalyzer_archive_rule', {
            region,
            analyzer_name,
            rule_name,
            filter: blocks.length > 1 ? blocks : blocks[0],
          });
        }),
      ];
    }
    case 'saml-provider':
      return [
        expected('aws_iam_saml_provider', {
          name: resource.name,
          saml_metadata_document: resource.metadata,
          tags: ownTags(resource.tags),
        }),
      ];
    case 'alternate-contact': {
      const { name, title, email, phone } = resource.contact;
      return [
        expected('aws_account_alternate_contact', {
          alternate_contact_type: resource.name.toUpperCase(),
          name,
          title,
          email_address: email,
          phone_number: phone,
        }),
      ];
    }
    default:
      return resource satisfies never;
  }
}

/** What is rendered carries no mark. */
function ownTags(tags: { readonly [key: string]: string }) {
  const own = Object.entries(tags).filter(([key]) => !key.startsWith('rolecall:'));
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

function templateTags(tags: { readonly [key: string]: string }) {
  const own = ownTags(tags);
  return own && Object.entries(own).map(([Key, Value]) => ({ Key, Value }));
}

function expected(type: string, values: Expected['values']): Expected {
  return { type, values: given(values) };
}

function given(values: Expected['values']): Expected['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
