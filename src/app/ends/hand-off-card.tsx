/** Where authentication has ended, and the way to what it allows. */
import { ArrowRight, IdCard } from 'lucide-react'
import { HAND_OFF_NOTE } from '../../projections/hand-off.ts'
import { Button } from '../../ui/button.tsx'
import { showAuthorization } from '../actions/view.ts'
import { hasAuthorization, selectHandOff } from '../selectors/authorization.ts'
import { useApp } from '../state/store.ts'

/** A card from the step on in which a client has verified an ID token, until the run has come to its end. */
export function HandOffCard() {
  const handOff = useApp(selectHandOff)
  const isOffered = useApp(hasAuthorization)
  const isNow = useApp((state) => state.view.cursor === handOff?.step)
  if (handOff === undefined) return null
  return (
    <section className="end-card" aria-label="Hand-off">
      <IdCard aria-hidden="true" />
      <p>{isNow ? HAND_OFF_NOTE : `Signed in at step ${handOff.step}. From here on: what may the app do?`}</p>
      {isOffered && (
        <Button size="small" icon={<ArrowRight />} onClick={showAuthorization}>
          Open the authorization view
        </Button>
      )}
    </section>
  )
}
