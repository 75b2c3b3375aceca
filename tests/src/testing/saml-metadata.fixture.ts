/** Long enough for IAM; of an identity provider without a certificate. */
export function samlMetadata(location = 'https://idp.example.com/sso'): string {
  const format =
    '<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>';
  return `<EntityDescriptor entityID="https://idp.example.com">
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${format.repeat(12)}
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${location}"/>
  </IDPSSODescriptor>
</EntityDescriptor>`;
}
