/** Trusted browsers: where a person said that they need not be asked for a second factor at each sign-in. */
import type { HeaderLine, HttpRequest } from '../../http/index.ts'
import { randomToken } from '../environment.ts'
import type { ServerContext } from '../state/context.ts'
import { readCookie, setCookie } from '../state/cookies.ts'
import { accept, refuse } from '../verdict.ts'

const rule = { rule: 'trusted_device', clause: 'policy' }

/** Whether a person trusts the browser of a request. Notes it, and why not where there was trust once: `device_not_trusted`. */
export function isTrustedDevice(
  request: HttpRequest,
  sub: string,
  { config, store, environment }: ServerContext,
): boolean {
  const cookie = readCookie(request, 'device', config.issuer)
  if (cookie === undefined) return false
  const device = store.factors.findTrustedDevice(cookie)
  if (device?.sub === sub && environment.now() < device.expiresAt) {
    accept(rule, 'The person trusts this browser.', environment)
    return true
  }
  const message =
    device?.sub === sub
      ? 'The trust in this browser is over.'
      : 'Somebody else trusts this browser, or its cookie is not of this server.'
  const fix = 'Pass the second factor, and trust the browser again if it is the person’s own.'
  refuse({ ...rule, rule: 'device_not_trusted' }, { code: 'access_denied', message, fix }, environment)
  return false
}

/** Trusts a browser from now on and returns the line that sets its cookie; nothing where the policy knows no trust. */
export function trustDevice(sub: string, { config, store, environment }: ServerContext): HeaderLine[] {
  const lifetime = config.policy.secondFactor.trustedDeviceSeconds
  if (lifetime === 0) return []
  const id = store.nextId('device')
  const expiresAt = environment.now() + lifetime
  const device = { id, cookie: randomToken(environment, 'device'), sub, expiresAt }
  store.factors.saveTrustedDevice(device)
  environment.note({ type: 'lifecycle', artifact: 'trusted_device', id, change: 'issued', expires_at: expiresAt })
  // Kept longer than it is good for, so that the server can say that the trust is over.
  return [setCookie('device', device.cookie, 2 * lifetime, config.issuer)]
}
