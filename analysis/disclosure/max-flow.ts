/** Capacities from node to node; 0 = no arc. */
export type Capacities = readonly (readonly number[])[]

const shortestPath = (
  residual: readonly (readonly number[])[],
  source: number,
  sink: number,
): readonly number[] | null => {
  const cameFrom = new Array<number>(residual.length).fill(-1)
  const queue = [source]
  cameFrom[source] = source
  for (const node of queue) {
    if (node === sink) break
    residual[node]?.forEach((capacity, next) => {
      if (capacity <= 0 || cameFrom[next] !== -1) return
      cameFrom[next] = node
      queue.push(next)
    })
  }
  if (cameFrom[sink] === -1) return null
  const path = [sink]
  while (path[0] !== source) path.unshift(cameFrom[path[0] ?? source] ?? source)
  return path
}

/** Greatest flow from source to sink, up to a limit. Edmonds, J. and Karp, R. M. (1972), JACM 19: 248–264. Whole capacities. */
export const maxFlow = (capacities: Capacities, source: number, sink: number, limit: number): number => {
  const residual = capacities.map(row => [...row])
  let flow = 0
  while (flow < limit) {
    const path = shortestPath(residual, source, sink)
    if (!path) return flow
    const arcs = path.slice(1).map((to, place) => [path[place] ?? source, to] as const)
    const width = Math.min(limit - flow, ...arcs.map(([from, to]) => residual[from]?.[to] ?? 0))
    for (const [from, to] of arcs) {
      const forward = residual[from]
      const backward = residual[to]
      if (!forward || !backward) continue
      forward[to] = (forward[to] ?? 0) - width
      backward[from] = (backward[from] ?? 0) + width
    }
    flow += width
  }
  return flow
}
