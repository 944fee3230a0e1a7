import type { Body } from '../../data/model/body.ts'
import { readBodies } from '../../data/store/bodies.ts'
import type { Deps } from '../deps.ts'
import { listBodies } from './list-bodies.ts'

/**
 * The made-up bodies that a page of the desk may speak of: the one that its address names, or else every one there is. Somebody who has
 * not signed in is told of none that has nothing public.
 */
export const madeUpBodies = async (deps: Deps, path: string, isSignedIn: boolean): Promise<readonly Body[]> => {
  const bodies = isSignedIn
    ? await readBodies(deps.store.reader)
    : (await listBodies(deps)).flatMap(({ body, consultations }) => (consultations.length > 0 ? [body] : []))
  const parts = path.split('/')
  const named = bodies.filter(({ ref }) => parts.includes(ref))
  return (named.length > 0 ? named : bodies).filter(({ nature }) => nature === 'fictional')
}
