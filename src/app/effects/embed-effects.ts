/** The effects of a player in another page: its keys and its playing. Messages travel directly; nothing is registered or kept. */
import { commands } from '../commands/index.ts'
import { listenToKeys } from './keyboard.ts'
import { playSteps } from './player.ts'

/** Moving through the run that was recorded; starting another one is for the whole page. */
const MOVING = commands.filter(({ id, group }) => group === 'Run' && id !== 'restart')

/** Starts them; the result stops them. */
export function startRunEffects(): () => void {
  const stops = [listenToKeys(MOVING), playSteps()]
  return () => {
    for (const stop of stops) stop()
  }
}
