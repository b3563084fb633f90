/** The effects that come after the first picture: keys, the player, the transport of live messages, the whole library. */
import { fillLibrary } from '../actions/opening.ts'
import { takeWhatComesIn } from './incoming.ts'
import { keepLearning } from './kept-learning.ts'
import { listenToKeys } from './keyboard.ts'
import { watchLessons } from './lessons.ts'
import { playSteps } from './player.ts'
import { startCarrying } from './transport.ts'

/** Starts them; the result stops them. The transport stays for as long as the page does. */
export function startRunEffects(): () => void {
  keepLearning()
  const stops = [listenToKeys(), playSteps(), takeWhatComesIn(), watchLessons()]
  void startCarrying()
  void fillLibrary()
  return () => {
    for (const stop of stops) stop()
  }
}
