/** Every endpoint, listed by hand: the router and both discovery documents derive from the list. */
import { authorize } from './authorize.ts'
import { backchannelAuthentication } from './backchannel-authentication.ts'
import { consent } from './consent.ts'
import { device } from './device.ts'
import { deviceAuthorization } from './device-authorization.ts'
import { discoveryOf } from './discovery.ts'
import { endSessionRequest } from './end-session.ts'
import type { Endpoint } from './endpoint.ts'
import { introspect } from './introspect.ts'
import { jwks } from './jwks.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { push } from './push.ts'
import { pushedAuthorization } from './pushed-authorization.ts'
import { register } from './register.ts'
import { revoke } from './revoke.ts'
import { secondFactor } from './second-factor.ts'
import { token } from './token.ts'
import { userinfo } from './userinfo.ts'

const described: readonly Endpoint[] = [
  authorize,
  pushedAuthorization,
  login,
  secondFactor,
  push,
  consent,
  token,
  userinfo,
  revoke,
  introspect,
  jwks,
  register,
  endSessionRequest,
  logout,
  deviceAuthorization,
  device,
  backchannelAuthentication,
]

/** All of them, the discovery documents included. */
export const endpoints: readonly Endpoint[] = [...described, ...discoveryOf(described)]
