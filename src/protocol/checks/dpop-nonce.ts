/** The nonce that a server hands out, so that it need not trust the clock of a client (RFC 9449 §8, §9). */
import type { HeaderLine, HttpResponse } from '../../http/index.ts'
import type { DpopMemory } from '../dpop-memory.ts'
import type { Environment } from '../environment.ts'
import { ProtocolError, toResponse } from '../errors.ts'
import type { ServerContext } from '../state/context.ts'

/** The header that hands out a nonce; no cache may keep it (§8.2). */
export function dpopNonceHeaders(
  memory: DpopMemory,
  environment: Pick<Environment, 'now' | 'randomBytes'>,
): HeaderLine[] {
  return [['dpop-nonce', memory.nonce(environment)]]
}

/** Answers, and hands out the nonce with whatever the answer is where the policy asks for one (§8.2). */
export async function withDpopNonce(
  answer: () => Promise<HttpResponse>,
  { config, store, environment }: ServerContext,
): Promise<HttpResponse> {
  if (config.policy.dpopNonce === 'off') return answer()
  const response = await answer().catch((error: unknown) => {
    if (error instanceof ProtocolError) return toResponse(error)
    throw error
  })
  return { ...response, headers: [...response.headers, ...dpopNonceHeaders(store.dpop, environment)] }
}
