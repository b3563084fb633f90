/** Every view of the run, the ones that are looked at most first. */
import authorization from './authorization/index.ts'
import compare from './compare/index.ts'
import type { View } from './contract.ts'
import decisions from './decisions/index.ts'
import document from './document/index.ts'
import lab from './lab/index.ts'
import lifetimes from './lifetimes/index.ts'
import mermaid from './mermaid/index.ts'
import races from './races/index.ts'
import sequence from './sequence/index.tsx'
import states from './states/index.ts'
import storage from './storage/index.ts'
import transcript from './transcript/index.ts'
import troubleshooting from './troubleshooting/index.ts'

export type { View } from './contract.ts'

export const views: readonly View[] = [
  sequence,
  states,
  lifetimes,
  compare,
  races,
  storage,
  lab,
  decisions,
  authorization,
  transcript,
  document,
  troubleshooting,
  mermaid,
]
