/** What an app, a service or an attacker keeps in the memory of its process, and who can read it there. */
import { readersOf } from '../../projections/storage/index.ts'
import type { Actor } from '../../simulation/types.ts'
import { JsonTree } from '../parts/json-tree.tsx'
import { Readers } from '../parts/readers.tsx'
import type { Changes } from './changes.ts'
import { List } from './facts.tsx'
import type { MemoryState } from './readers.ts'

interface MemoryViewProps {
  readonly memory: MemoryState
  /** What kind of party it is whose memory this is. */
  readonly kind: Actor['kind'] | undefined
  readonly changes: Changes
}

/** The members of a memory. */
export function MemoryView({ memory: { member, items }, kind, changes }: MemoryViewProps) {
  const place = kind === 'attacker' ? 'loot' : member === 'memory' ? 'page-memory' : 'process-memory'
  const { title, exposure, readableBy } = readersOf(place)
  return (
    <List title={title} none="It holds nothing.">
      {Object.keys(items).length === 0
        ? []
        : [
            <li key={member} className="state-entry">
              <Readers exposure={exposure} text={readableBy} />
              <JsonTree value={items} path={`/${member}`} changeOf={(path) => changes.get(path)} />
            </li>,
          ]}
    </List>
  )
}
