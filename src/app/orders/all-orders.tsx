/** Where messages wait together: asks where every order of them ends. */
import { Shuffle } from 'lucide-react'
import { DEFAULT_BOUND } from '../../scenario-kit/races/explore.ts'
import { Button } from '../../ui/button.tsx'
import { explore } from '../actions/races.ts'

/** The button below what waits. */
export default function AllOrders() {
  return (
    <Button
      size="small"
      icon={<Shuffle />}
      title="Tries every order in which these messages can arrive, and shows where each one ends"
      onClick={() => explore(DEFAULT_BOUND)}
    >
      All orders
    </Button>
  )
}
