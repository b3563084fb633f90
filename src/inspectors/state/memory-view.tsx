/** What an app keeps in its memory. */
import type { Json } from '../../lib/json.ts'
import { JsonTree } from '../parts/json-tree.tsx'
import type { Changes } from './changes.ts'
import { List } from './facts.tsx'

/** The members of an app's memory, and who can read them. */
export function MemoryView({
  memory,
  changes,
}: {
  readonly memory: Readonly<Record<string, Json>>
  readonly changes: Changes
}) {
  const isEmpty = Object.keys(memory).length === 0
  return (
    <List title="Memory" none="It holds nothing.">
      {isEmpty
        ? []
        : [
            <li key="memory" className="state-entry">
              <p className="state-reach">
                Only the scripts of this page can read it, injected ones too. A reload loses it; nothing is left on the
                disk.
              </p>
              <JsonTree value={memory} path="/memory" changeOf={(path) => changes.get(path)} />
            </li>,
          ]}
    </List>
  )
}
