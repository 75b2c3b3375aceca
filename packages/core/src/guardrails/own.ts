/** The scope of the manifest that makes what Rolecall itself runs with. */
export const ownScope = 'rolecall-core';

/** The path of Rolecall's own roles and policies. */
export const ownPath = `/${ownScope}/`;

/**
 * What no plan may change but one of `ownScope` that the guardrails let: whoever changes the roles
 * that plan and apply, or their boundary, has all that these have. Case does not count.
 */
export const ownPatterns: readonly string[] = [
  `${ownPath}*`,
  `/rolecall/${ownScope}/*`,
  `${ownScope}-*`,
  ownScope,
];
