/** The live sequence diagram at the cursor. */
import { lazy } from 'react'
import { ActorHead } from '../../../diagram/actor-head.tsx'
import { SequenceDiagram } from '../../../diagram/index.ts'
import type { HeadProps } from '../../../diagram/lane-headers.tsx'
import type { DiagramSize } from '../../../projections/drawing/metrics.ts'
import type { WaitingRow } from '../../../projections/sequence/types.ts'
import { Part } from '../../../ui/part.tsx'
import { useIsLow } from '../../../ui/use-window.ts'
import { act } from '../../actions/acting.ts'
import { swapOrder } from '../../actions/ordering.ts'
import { selectRow as select } from '../../actions/view.ts'
import { isAudience } from '../../audience-link/address.ts'
import { isEmbedded } from '../../audience-link/embedded.ts'
import { seenBy, selectDrawnCredentials } from '../../selectors/credentials.ts'
import { selectWaiting } from '../../selectors/moment.ts'
import { selectOutcome } from '../../selectors/outcome.ts'
import { canShowOrders, selectOrdersHere } from '../../selectors/races.ts'
import { selectRow } from '../../selectors/selected.ts'
import { isSplit } from '../../selectors/split.ts'
import { selectTurnHint } from '../../selectors/turn.ts'
import { current, useApp } from '../../state/store.ts'
import './panel.css'
import { WireTools } from './wire-tools.tsx'

const SplitDiagram = lazy(() => import('../../split/split-diagram.tsx'))
const EndsStrip = lazy(() => import('../../orders/ends-strip.tsx'))
const AllOrders = lazy(() => import('../../orders/all-orders.tsx'))

interface LiveDiagramProps {
  readonly size?: Extract<DiagramSize, 'regular' | 'large'>
  /** Whether waiting messages can also be delayed, dropped, copied and changed. */
  readonly hasTools?: boolean
}

/** The run at the cursor, or beside the one that it is compared with. */
export function LiveDiagram(props: LiveDiagramProps) {
  const hasEnds = useApp((state) => selectOrdersHere(state) !== undefined)
  return (
    <div className="live-diagram">
      {hasEnds && (
        <Part>
          <EndsStrip size={props.size ?? 'regular'} />
        </Part>
      )}
      {useApp(isSplit) ? (
        <Part>
          <SplitDiagram size={props.size} />
        </Part>
      ) : (
        <Alone {...props} />
      )}
    </div>
  )
}

/** What has happened, and below it what waits on the wire. */
function Alone({ size = 'regular', hasTools = false }: LiveDiagramProps) {
  const model = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  const row = useApp(selectRow)
  const credentials = useApp(selectDrawnCredentials)
  const waiting = useApp(selectWaiting)
  const isAtLiveEnd = useApp((state) => state.view.cursor === state.run.liveSteps)
  const hint = useApp((state) => (selectOutcome(state) === undefined ? selectTurnHint(state) : undefined))
  const isLow = useIsLow()
  const hasOrders = useApp(canShowOrders)
  const isPlaying = useApp((state) => state.view.isPlaying)
  return (
    <SequenceDiagram
      model={model}
      step={cursor}
      selected={row?.index}
      onSelect={select}
      onDeliver={(gate) => void act({ type: 'deliver', gate })}
      waiting={waiting}
      onSwap={(gate) => void swapOrder(gate)}
      animate={isAtLiveEnd}
      isPlaying={isPlaying}
      size={size === 'regular' && isLow ? 'compact' : size}
      end={hint === undefined ? '' : `${hint}.`}
      {...(hasTools && { toolsFor })}
      credentials={credentials}
      Head={Head}
      {...(hasOrders && !isPlayed() && { foot: allOrders })}
    />
  )
}

/** Where the run is only looked at: embedded, or in the audience's window. */
const isPlayed = () => isEmbedded() || isAudience()

const allOrders = (
  <Part>
    <AllOrders />
  </Part>
)

const toolsFor = (message: WaitingRow) => <WireTools message={message} />

function Head(props: HeadProps) {
  return <ActorHead {...props} seenBy={(actor) => seenBy(actor, current())} />
}
