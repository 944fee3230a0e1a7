import { SILENT } from '../outcomes/outcome-groups.ts'
import type { Count } from './count-units.ts'

/** The group "No answer found", of all points: as L9, but for points that wait for a late decision, which are a group of their own. */
export const NO_ANSWER: Count = { isInBase: () => true, isHit: unit => SILENT.has(unit.outcome) }
