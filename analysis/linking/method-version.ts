/** Changes whenever a suggestion could: stored with every one. */
export const LINKER_VERSION = 'linking@0.2.0'
