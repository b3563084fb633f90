/** What a person's devices and a client share with the server: one-time codes, push messages, context classes. Small, so that it can be loaded without a server. */
export { fromBase32 } from './base32.ts'
export { multiFactor, singleFactor } from './context-class.ts'
export type { PasskeyAnswer, PasskeyRecord } from './passkey.ts'
export { type PushNotification, pushAnswerType } from './push-message.ts'
export { totpCode, totpStep, totpStepSeconds } from './totp.ts'
