/** The fingerprint of the run up to this step: who opens the link can see that it is the same one. */
import { useEffect, useState } from 'react'
import { eventsUpTo } from '../../../projections/index.ts'
import { fingerprint } from '../../../share/index.ts'
import { useApp } from '../../state/store.ts'

/** A read-only field; empty for the moment that the digest takes. */
export function Fingerprint() {
  const trace = useApp((state) => state.run.trace)
  const cursor = useApp((state) => state.view.cursor)
  const [text, setText] = useState('')
  useEffect(() => {
    let isNewest = true
    void fingerprint(eventsUpTo(trace, cursor)).then((digest) => isNewest && setText(digest))
    return () => {
      isNewest = false
    }
  }, [trace, cursor])
  return (
    <label className="fingerprint">
      <span>Fingerprint of everything recorded up to this step, the same on every machine</span>
      <input
        className="field field-mono"
        aria-label="Fingerprint"
        readOnly
        value={text}
        onFocus={(event) => event.target.select()}
      />
    </label>
  )
}
