/** The device grant: a device polls until the person has decided on another one (RFC 8628 §3.4). */
import { polledGrant } from './polled.ts'

/** The value of `grant_type` (RFC 8628 §3.4). */
export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code'

export const deviceCode = polledGrant(deviceCodeGrant, 'device_code', 'RFC 8628 §3.4')
