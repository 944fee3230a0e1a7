import type { Router } from 'express'
import type { Action } from '../../../data/model/access.ts'
import { guardedAction } from './guard.ts'

export interface ListedRoute {
  readonly method: string
  readonly path: string
  /** The row of the access table it stands under; null = none, which the contract test refuses. */
  readonly action: Action | null
}

interface Layer {
  readonly handle: object
  readonly method?: string
  readonly route?: { readonly path: string; readonly stack: readonly Layer[] } | undefined
}

const routesIn = (stack: readonly Layer[]): readonly ListedRoute[] =>
  stack.flatMap(({ handle, route }) => {
    if (route === undefined) return 'stack' in handle && Array.isArray(handle.stack) ? routesIn(handle.stack) : []
    // A guard stands first: what stands before it would be done unasked.
    const first = route.stack[0]
    const methods = [...new Set(route.stack.map(({ method }) => method ?? 'all'))]
    const action = first === undefined ? null : guardedAction(first.handle)
    return methods.map(method => ({ method: method.toUpperCase(), path: route.path, action }))
  })

/** Every route of a router, and of the routers in it, as it was mounted. For the test that none lacks a row. */
export const listRoutes = (router: Router): readonly ListedRoute[] => routesIn(router.stack)
