/** The fingerprint of the run up to this step: who opens the link can see that it is the same one. */
import { useEffect, useState } from 'react'
import { eventsUpTo } from '../../../projections/index.ts'
import { fingerprint } from '../../../share/index.ts'
import { useApp } from '../../state/store.ts'

/** A read-only field that is unfolded; empty for the moment that the digest takes. */
export function Fingerprint({ step }: { readonly step: number }) {
  const trace = useApp((state) => state.run.trace)
  const [digest, setDigest] = useState({ trace, step, text: '' })
  useEffect(() => {
    let isNewest = true
    void fingerprint(eventsUpTo(trace, step)).then((text) => isNewest && setDigest({ trace, step, text }))
    return () => {
      isNewest = false
    }
  }, [trace, step])
  const isCurrent = digest.trace === trace && digest.step === step
  return (
    <details className="fingerprint">
      <summary>Fingerprint</summary>
      <p>
        Of everything recorded up to this step: the same on every machine, so two people can see that it is the same
        run.
      </p>
      <input
        className="field field-mono"
        aria-label="Fingerprint"
        readOnly
        value={isCurrent ? digest.text : ''}
        onFocus={(event) => event.target.select()}
      />
    </details>
  )
}
