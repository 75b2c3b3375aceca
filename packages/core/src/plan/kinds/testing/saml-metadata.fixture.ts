/** A certificate of nobody, made for this; valid until 2036. */
const lasting =
  'MIIBiTCCAS+gAwIBAgIUBcKKWwRGvtWrqMqHQXqtr8wjxaEwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRw' +
  'LmV4YW1wbGUuY29tMB4XDTI2MTEyMTE1MDg1OFoXDTM2MTExODE1MDg1OFowGjEYMBYGA1UEAwwPaWRwLmV4' +
  'YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2eLQDZIcqB90wZYvTvWSX4nO/AZz7Dc74tVO' +
  '3eB5BkWkPqJohlMDIxcPvl/1xqx9RTjMrfWWvOa4bIyeFI/rB6NTMFEwHQYDVR0OBBYEFF9HoQOHbibREVPy' +
  'j47hsP8oMLQQMB8GA1UdIwQYMBaAFF9HoQOHbibREVPyj47hsP8oMLQQMA8GA1UdEwEB/wQFMAMBAf8wCgYI' +
  'KoZIzj0EAwIDSAAwRQIhAKF8XUAmliVy2Q86SksolqV+qJXm5YgnBe0TE7XHNMRiAiAf8aQedYgcd7qyZN6g' +
  'rPi6MRppqKODMvCSt6/9SO6jjg==';

/** The same, valid until December 2026. */
const ending =
  'MIIBiDCCAS+gAwIBAgIUWaHN4T9H241auivPue5G2W6SZqQwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRw' +
  'LmV4YW1wbGUuY29tMB4XDTI2MTEyMTE1MDg1OFoXDTI2MTIwMTE1MDg1OFowGjEYMBYGA1UEAwwPaWRwLmV4' +
  'YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExlvueDPFFeZimsAcasQqG5h7Q3nb/4yO6ydm' +
  'R6yfy6ZV9fmBuD3KIHgnh/Fkf12OGbp7cDlTBctqH+bhJq2WQ6NTMFEwHQYDVR0OBBYEFKJv663ArvyP26KN' +
  'cdy25qbigTBnMB8GA1UdIwQYMBaAFKJv663ArvyP26KNcdy25qbigTBnMA8GA1UdEwEB/wQFMAMBAf8wCgYI' +
  'KoZIzj0EAwIDRwAwRAIgNhvfnmhY28P/uTJcX5nVGz7KYuSOLlyMkppuYa3OC2QCIHK6jay8xFi2i4pWri7J' +
  'OYNBopp91UhRzfqoga/fMB+y';

interface MetadataOptions {
  readonly entityId?: string;
  readonly certificate?: 'lasting' | 'ending';
  readonly location?: string;
}

/** Metadata of an identity provider, as long as IAM asks for. */
export function samlMetadata({
  entityId = 'https://idp.example.com/metadata',
  certificate = 'lasting',
  location = 'https://idp.example.com/sso',
}: MetadataOptions = {}): string {
  const base64 = certificate === 'lasting' ? lasting : ending;
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${location}"/>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${location}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`;
}
