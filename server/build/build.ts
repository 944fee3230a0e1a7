import { buildAssets, buildFonts } from './build-assets.ts'
import { buildProgram } from './build-program.ts'

/** All that is made from the sources, in `dist/`: `npm run build`, which `npm start` and `npm test` call. */
await Promise.all([buildAssets(), buildFonts(), buildProgram()])
