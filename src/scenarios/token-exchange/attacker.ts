/** A plug-in that was sent Ada’s token with an ordinary call, and has a registration of its own. It needs nothing else. */
import type { ServerGlobals } from '../../simulation/index.ts'
import { callNext, type ServiceConfig } from './client.ts'

/** What the plug-in was sent, and what it made of it. */
export interface Loot {
  readonly access_token: string
  readonly invoices?: string
}

/** Exchanges the token as any service would, for one to a service that nobody asked it to call. */
export async function helpItself(plugin: ServerGlobals, config: ServiceConfig, loot: Loot): Promise<Loot> {
  const invoices = await callNext(plugin, config, loot.access_token)
  return { ...loot, invoices: JSON.stringify(invoices) }
}
