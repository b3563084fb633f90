/** What scenarios declare of attacks. For the workers alone: the page would begin with more files, and does not need it. */
import type { Lab } from '../../scenario-kit/policy-lab/declaration.ts'
import { type LabShape, shapeOf } from '../../scenario-kit/policy-lab/source.ts'

const modules = import.meta.glob<Lab>('../../scenarios/*/attacks.ts', { import: 'default' })

/** Loads the attacks and defences of a scenario. Rejects when it declares none. */
export async function loadLab(id: string): Promise<Lab> {
  const load = modules[`../../scenarios/${id}/attacks.ts`]
  if (load === undefined) throw new Error(`“${id}” declares no attacks.`)
  return load()
}

/** The shape of every lab, by scenario. */
export async function loadShapes(): Promise<Readonly<Record<string, LabShape>>> {
  const shapes = Object.entries(modules).map(async ([path, load]) => {
    const [, id = ''] = /scenarios\/([^/]+)\//.exec(path) ?? []
    return [id, shapeOf(await load())] as const
  })
  return Object.fromEntries(await Promise.all(shapes))
}
