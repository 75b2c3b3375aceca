/** What a condition key holds, in words; `undefined` for keys that speak for themselves. */
export function keyWords(key: string): string | undefined {
  const lower = key.toLowerCase();
  const tag = tagKeys.find(([prefix]) => lower.startsWith(prefix) && lower.length > prefix.length);
  if (tag !== undefined) return `the tag "${key.slice(tag[0].length)}" of ${tag[1]}`;
  return words.get(lower) ?? claimWords(lower);
}

/** A yes-or-no key said as a sentence. */
export function flagWords(key: string): { readonly yes: string; readonly no: string } | undefined {
  return flags.get(key.toLowerCase());
}

const tagKeys: readonly (readonly [string, string])[] = [
  ['aws:principaltag/', 'the caller'],
  ['aws:resourcetag/', 'the resource'],
  ['aws:requesttag/', 'the request'],
];

/** Source: IAM User Guide, "AWS global condition context keys"; the service references. */
const words: ReadonlyMap<string, string> = new Map([
  ['aws:sourceip', "the caller's IP address"],
  ['aws:vpcsourceip', "the caller's IP address in the VPC"],
  ['aws:sourcevpc', 'the VPC that the request comes from'],
  ['aws:sourcevpce', 'the VPC endpoint that the request comes through'],
  ['aws:sourcearn', 'the ARN of the resource that a service acts for'],
  ['aws:sourceaccount', 'the account of the resource that a service acts for'],
  ['aws:sourceorgid', 'the organization of the resource that a service acts for'],
  ['aws:principalarn', "the caller's ARN"],
  ['aws:principalaccount', "the caller's account"],
  ['aws:principalorgid', "the caller's organization"],
  ['aws:principalorgpaths', "the caller's place in the organization"],
  ['aws:principaltype', "the caller's type"],
  ['aws:principalservicename', 'the name of the calling service'],
  ['aws:resourceaccount', 'the account of the resource'],
  ['aws:resourceorgid', 'the organization of the resource'],
  ['aws:username', "the caller's user name"],
  ['aws:userid', "the caller's unique ID"],
  ['aws:currenttime', 'the time of the request'],
  ['aws:epochtime', 'the time of the request, in seconds since 1970'],
  ['aws:tokenissuetime', 'the time at which the credentials were issued'],
  ['aws:multifactorauthage', 'the age of the MFA sign-in, in seconds'],
  ['aws:requestedregion', 'the Region that is called'],
  ['aws:tagkeys', 'the tag keys of the request'],
  ['aws:calledvia', 'the services that called on behalf of the caller'],
  ['aws:useragent', "the caller's user agent"],
  ['aws:referer', 'the HTTP referer'],
  ['iam:passedtoservice', 'the service that the role is passed to'],
  ['iam:permissionsboundary', 'the permissions boundary of the user or role'],
  ['iam:policyarn', 'the ARN of the managed policy'],
  ['iam:awsservicename', 'the service that the role is linked to'],
  ['sts:externalid', 'the external ID'],
  ['sts:rolesessionname', 'the name of the session'],
  ['s3:prefix', 'the prefix of the keys that are listed'],
  ['kms:viaservice', 'the service that uses the key for the caller'],
]);

const flags: ReadonlyMap<string, { readonly yes: string; readonly no: string }> = new Map([
  [
    'aws:multifactorauthpresent',
    { yes: 'the caller signed in with MFA', no: 'the caller signed in without MFA' },
  ],
  [
    'aws:securetransport',
    { yes: 'the request is encrypted with TLS', no: 'the request is not encrypted with TLS' },
  ],
  [
    'aws:viaawsservice',
    {
      yes: 'an AWS service makes the request for the caller',
      no: 'the caller makes the request directly',
    },
  ],
  [
    'aws:principalisawsservice',
    { yes: 'the caller is an AWS service', no: 'the caller is no AWS service' },
  ],
]);

/** `token.actions.githubusercontent.com:sub`: claims of an identity provider's token. */
function claimWords(key: string): string | undefined {
  const [, host, claim = ''] = /^([^:]*\.[^:]*):(sub|aud|amr)$/.exec(key) ?? [];
  if (host === undefined) return undefined;
  const claims = new Map([
    ['sub', 'subject'],
    ['aud', 'audience'],
    ['amr', 'authentication method'],
  ]);
  return `the ${claims.get(claim) ?? claim} of the token`;
}
