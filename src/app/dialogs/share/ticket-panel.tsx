/** The run as a ticket: its text, and two presses that give it away with its picture. */
import { Check, Copy, FileArchive } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { copyTicket, saveTicket, type TicketMoment, ticketFacts } from '../../actions/tickets.ts'
import type { Copied } from '../../exporting/rich-copy.ts'
import { ticketText } from '../../exporting/ticket.ts'
import { current } from '../../state/store.ts'

/** What the button says, before, meanwhile and after. */
const WORDS: Readonly<Record<'ready' | 'busy' | Copied, string>> = {
  ready: 'Copy ticket',
  busy: 'Drawing the picture …',
  all: 'Ticket copied',
  text: 'Copied as text: this browser takes no pictures',
  refused: 'Not allowed; select and copy it',
}

/** A text to read, and what can be done with it. */
export function TicketPanel({ moment }: { readonly moment: TicketMoment }) {
  const [text, setText] = useState('')
  const [state, setState] = useState<keyof typeof WORDS>('ready')
  useEffect(() => {
    let isNewest = true
    void ticketFacts(current(), moment).then((facts) => isNewest && setText(ticketText(facts)))
    return () => {
      isNewest = false
    }
  }, [moment])
  const copy = async () => {
    setState('busy')
    setState(await copyTicket(moment))
  }
  return (
    <div className="share-text">
      <textarea
        className="field field-mono"
        aria-label="Text for a ticket"
        rows={10}
        readOnly
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <p className="share-hint">The picture of the run goes along; it opens the run, too.</p>
      <div className="share-actions">
        <Button icon={<FileArchive />} title="Picture, steps and run, as a zip" onClick={() => void saveTicket(moment)}>
          Save ticket
        </Button>
        <Button
          look="primary"
          data-first-focus
          icon={state === 'all' || state === 'text' ? <Check /> : <Copy />}
          onClick={() => void copy()}
          onBlur={() => setState('ready')}
        >
          {WORDS[state]}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {state === 'ready' ? '' : WORDS[state]}
      </span>
    </div>
  )
}
