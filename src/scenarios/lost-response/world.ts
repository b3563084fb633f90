/** The parties: an app in a browser tab or on a phone, an authorization server and an API. */
import type { Simulation, World } from '../../simulation/index.ts'
import { browserWorld } from './browser-world.ts'
import { phoneWorld } from './phone-world.ts'
import type { Settings } from './settings.ts'

/** Builds the parties as the settings say. */
export function world(simulation: Simulation, settings: Settings): World {
  return settings.device === 'phone' ? phoneWorld(simulation, settings) : browserWorld(simulation, settings)
}
