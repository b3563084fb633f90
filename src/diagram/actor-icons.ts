import { AppWindow, Globe, type LucideIcon, Server, Smartphone, User, VenetianMask } from 'lucide-react'
import type { Lane } from '../projections/sequence/types.ts'

/** What stands for an actor of each kind, wherever actors are shown. */
export const ACTOR_ICONS: Readonly<Record<Lane['kind'], LucideIcon>> = {
  person: User,
  browser: Globe,
  app: AppWindow,
  server: Server,
  attacker: VenetianMask,
  device: Smartphone,
}
