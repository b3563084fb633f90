/** A long value on one line: its beginning, and the rest on demand. */
import { useState } from 'react'

/** Values up to this length are shown whole. */
const LONGEST = 96
const SHOWN = 56

/** A value that is folded when it is long. */
export function Folded({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false)
  if (text.length <= LONGEST) return text
  return (
    <>
      {isOpen ? text : text.slice(0, SHOWN)}
      <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'fold' : `… ${text.length - SHOWN} more`}
      </button>
    </>
  )
}
