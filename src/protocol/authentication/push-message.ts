/** What the server and a person's phone say to each other: the notification, and the signed answer's type. */

/** The `typ` of a phone's signed answer (RFC 8725 §3.11). */
export const pushAnswerType = 'push-answer+jwt'

/** What a notification tells the phone. Which number is right, it does not. */
export interface PushNotification {
  readonly push_id: string
  readonly client_name: string
  readonly username: string
  /** The numbers to pick from. */
  readonly numbers: readonly number[]
  /** How many digits the person types instead, from the sign-in page. */
  readonly digits?: number
  /** Epoch seconds. */
  readonly expires_at: number
  /** Where the signed answer goes. */
  readonly answer_to: string
}
