/** Everything that waits on the wire, and what can be done to it. */
import { ArrowRight, CopyPlus, Hourglass, Pencil, X } from 'lucide-react'
import type { WaitingRow } from '../../projections/sequence/index.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../actions/acting.ts'
import { editRequest } from '../actions/view.ts'
import { selectWaiting } from '../selectors/moment.ts'
import { useApp } from '../state/store.ts'
import './wire.css'

/** How long “Delay” keeps a message, in virtual seconds. */
const DELAY_SECONDS = 60

/** The list of waiting messages, the next one first. */
export function Wire() {
  const waiting = useApp(selectWaiting)
  return (
    <section className="wire">
      <h2 className="eyebrow" id="wire-title">
        On the wire
      </h2>
      {waiting.length === 0 ? (
        <p className="wire-empty">Nothing is waiting.</p>
      ) : (
        <ul aria-labelledby="wire-title">
          {waiting.map((message) => (
            <WireItem key={message.gate} message={message} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WireItem({ message }: { readonly message: WaitingRow }) {
  const { gate, direction, name, route, thread } = message
  const tools = [
    { word: 'Deliver', icon: <ArrowRight />, run: () => act({ type: 'deliver', gate }) },
    { word: 'Delay', icon: <Hourglass />, run: () => act({ type: 'delay', gate, seconds: DELAY_SECONDS }) },
    { word: 'Drop', icon: <X />, run: () => act({ type: 'drop', gate }) },
  ]
  const requestTools = [
    { word: 'Duplicate', icon: <CopyPlus />, run: () => act({ type: 'duplicate', gate }) },
    { word: 'Edit', icon: <Pencil />, run: () => editRequest(gate) },
  ]
  return (
    <li className="wire-item">
      <span className="wire-message" title={`${message.text}\n${route}`}>
        <span className="wire-label" data-direction={direction}>
          {message.label}
        </span>
        <span className="wire-route">
          {thread !== undefined && <b>{thread}</b>}
          {route}
        </span>
      </span>
      <span className="wire-tools">
        {[...tools, ...(direction === 'request' ? requestTools : [])].map(({ word, icon, run }) => (
          <Button
            key={word}
            size="small"
            look={word === 'Deliver' ? 'secondary' : 'quiet'}
            icon={icon}
            aria-label={`${word} ${name}`}
            title={word === 'Delay' ? `Delay by ${DELAY_SECONDS} seconds` : word}
            onClick={() => void run()}
          >
            {word}
          </Button>
        ))}
      </span>
    </li>
  )
}
