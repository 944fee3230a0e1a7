/** Changes whenever a suggestion could: stored with every one. */
export const LINKER_VERSION = 'linking@0.3.1'
