/**
 * Files generated from something outside the repository (an SDK's model, AWS-managed policies), which
 * a check cannot produce again. Their digest proves that nobody edited them by hand: whoever runs
 * the importer writes the new one here. Path → SHA-256 in hexadecimal.
 */
export const imported: Readonly<Record<string, string>> = {};
