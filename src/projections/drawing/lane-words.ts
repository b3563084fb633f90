/** What the kind of a lane is called under its title. */
import type { Lane } from '../sequence/types.ts'

/** One or two words for each kind. */
export const LANE_WORDS: Readonly<Record<Lane['kind'], string>> = {
  person: 'Person',
  browser: 'User agent',
  app: 'Client',
  server: 'Server',
  attacker: 'Attacker',
  device: 'Device',
}
