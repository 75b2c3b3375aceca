import packageFile from '../../package.json' with { type: 'json' };

/** Of this action. */
export const { version } = packageFile;
