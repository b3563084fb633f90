/** Where authentication ends: the step in which the app has verified the identity token. */
import { ArrowRight, IdCard } from 'lucide-react'
import { HAND_OFF_NOTE } from '../../projections/hand-off.ts'
import { Button } from '../../ui/button.tsx'

/** The hand-off; `onOpen` leads to what the tokens allow, where the scenario has something to allow. */
export function HandOffCard({ onOpen }: { readonly onOpen: (() => void) | undefined }) {
  return (
    <section className="hand-off" aria-label="Hand-off to authorization">
      <p>
        <IdCard aria-hidden="true" />
        <span>{HAND_OFF_NOTE}</span>
      </p>
      {onOpen !== undefined && (
        <Button size="small" icon={<ArrowRight />} onClick={onOpen}>
          Open the authorization view
        </Button>
      )}
    </section>
  )
}
