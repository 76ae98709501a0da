import packageJson from '../../package.json' with { type: 'json' };

/** The tool's own version, as in its package. */
export const version: string = packageJson.version;
