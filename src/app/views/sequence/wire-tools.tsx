/** What can be done to a waiting message instead of letting it arrive. */
import { CopyPlus, Hourglass, Pencil, X } from 'lucide-react'
import type { WaitingRow } from '../../../projections/sequence/index.ts'
import { Button } from '../../../ui/button.tsx'
import { act } from '../../actions/acting.ts'
import { editRequest } from '../../actions/view.ts'
import './wire-tools.css'

/** How long “Delay” keeps a message, in virtual seconds. */
const DELAY_SECONDS = 60

/** Small buttons at the end of the message's row, in sight while the pointer or the focus is on it. */
export function WireTools({ message }: { readonly message: WaitingRow }) {
  const { gate, direction, name } = message
  const tools = [
    {
      word: 'Delay',
      title: `Delay by ${DELAY_SECONDS} seconds`,
      icon: <Hourglass />,
      run: () => act({ type: 'delay', gate, seconds: DELAY_SECONDS }),
    },
    { word: 'Drop', title: 'Drop: it never arrives', icon: <X />, run: () => act({ type: 'drop', gate }) },
  ]
  const requestTools = [
    {
      word: 'Duplicate',
      title: 'Duplicate: it arrives twice',
      icon: <CopyPlus />,
      run: () => act({ type: 'duplicate', gate }),
    },
    { word: 'Edit', title: 'Edit before it arrives', icon: <Pencil />, run: () => editRequest(gate) },
  ]
  return (
    <span className="wire-tools">
      {[...tools, ...(direction === 'request' ? requestTools : [])].map(({ word, title, icon, run }) => (
        <Button
          key={word}
          size="small"
          look="quiet"
          icon={icon}
          aria-label={`${word} ${name}`}
          title={title}
          onClick={() => void run()}
        />
      ))}
    </span>
  )
}
