/** The code of the link to the step that is shown, as large as the screen allows: for the phones in the room. */

import { QrCode } from '../dialogs/share/qr-code.tsx'
import { addressAt } from '../link.ts'
import { current, useApp } from '../state/store.ts'
import './step-code.css'

/** Nothing unless it was asked for. */
export function StepCode() {
  const hasCode = useApp((state) => state.presenter.hasCode)
  const cursor = useApp((state) => state.view.cursor)
  if (!hasCode) return null
  return (
    <section className="step-code" aria-label="QR code of this step">
      <QrCode address={addressAt(current())} />
      <p>Step {cursor} on your own device. Nothing leaves it.</p>
    </section>
  )
}
