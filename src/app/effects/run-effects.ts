/** The effects that move the run: keys, the player, and the transport that live messages travel by. */
import { listenToKeys } from './keyboard.ts'
import { playSteps } from './player.ts'
import { startCarrying } from './transport.ts'

/** Starts them; the result stops them. The transport stays for as long as the page does. */
export function startRunEffects(): () => void {
  const stops = [listenToKeys(), playSteps()]
  void startCarrying()
  return () => {
    for (const stop of stops) stop()
  }
}
