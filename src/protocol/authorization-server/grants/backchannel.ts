/** The CIBA grant: a client polls, or waits for a ping, until the person has decided on their phone (OpenID Connect CIBA §10.1). */
import { polledGrant } from './polled.ts'

/** The value of `grant_type` (OpenID Connect CIBA §4). */
export const backchannelGrant = 'urn:openid:params:grant-type:ciba'

export const backchannel = polledGrant(backchannelGrant, 'auth_req_id', 'OpenID Connect CIBA §10.1')
