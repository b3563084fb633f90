/** The state inspector: what each actor holds, and what the step changed. */
import type { ReactNode } from 'react'
import { familiesAt } from '../../projections/families/index.ts'
import type { Actor } from '../../simulation/types.ts'
import type { InspectorProps } from '../contract.ts'
import { actorName } from '../parts/actor-name.ts'
import { JsonTree } from '../parts/json-tree.tsx'
import { Nothing, Panel, Section } from '../parts/section.tsx'
import { BrowserView } from './browser-view.tsx'
import { List } from './facts.tsx'
import { FamilyTree } from './family-tree.tsx'
import { MemoryView } from './memory-view.tsx'
import { type ActorState, type StateModel, stateModel } from './model.ts'
import { readBrowser, readMemory, readServer } from './readers.ts'
import { ServerView } from './server-view.tsx'
import './state.css'

/** One section an actor, those that the step changed first. */
export function StatePanel({ trace, sequence, cursor, onSelect }: InspectorProps) {
  const model = stateModel(trace, cursor)
  const families = familiesAt(trace, cursor, sequence.lanes)
  if (model.actors.length === 0) {
    return (
      <Panel>
        <Nothing>Nobody holds anything yet.</Nothing>
      </Panel>
    )
  }
  return (
    <Panel>
      {model.actors.map((state) => (
        <Section
          key={state.actor}
          title={actorName(sequence, state.actor)}
          aside={<span className="badge">{state.changes.size > 0 ? `changed in step ${cursor}` : 'unchanged'}</span>}
        >
          <View
            state={state}
            model={model}
            kind={sequence.lanes.find(({ id }) => id === state.actor)?.kind}
            familyOf={(token) => {
              const family = families.find(({ server, first }) => server === state.actor && first.token.id === token)
              return (
                family && (
                  <FamilyTree
                    family={family}
                    now={model.now}
                    nameOf={(actor) => actorName(sequence, actor)}
                    onSelectStep={(step) => {
                      const row = sequence.rows.find((candidate) => candidate.step === step)
                      if (row !== undefined) onSelect(row.index)
                    }}
                  />
                )
              )
            }}
          />
        </Section>
      ))}
    </Panel>
  )
}

function View(props: {
  readonly state: ActorState
  readonly model: StateModel
  readonly kind: Actor['kind'] | undefined
  /** The tree of the family that a refresh token is the first of, by its id. */
  familyOf(token: string): ReactNode
}) {
  const { state: actorState, model, kind, familyOf } = props
  const { state, changes } = actorState
  const { now, refusals } = model
  const server = readServer(state)
  if (server !== undefined) return <ServerView server={server} changes={changes} now={now} familyOf={familyOf} />
  const browser = readBrowser(state)
  if (browser !== undefined) {
    return (
      <>
        <BrowserView browser={browser} changes={changes} now={now} />
        <List title="What the browser refused" none="No cookie was refused and no answer was kept from a script.">
          {refusals.map(({ step, what, reason }) => (
            <li key={`${step} ${what}`} className="state-entry">
              <strong>
                Step {step}: {what}.
              </strong>{' '}
              {reason}
            </li>
          ))}
        </List>
      </>
    )
  }
  const memory = readMemory(state)
  if (memory !== undefined) return <MemoryView memory={memory} kind={kind} changes={changes} />
  return <JsonTree value={state} changeOf={(path) => changes.get(path)} openLevels={2} />
}
