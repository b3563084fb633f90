/** `BroadcastChannel`: pages of one origin hear each other, whoever opened them (HTML §9.5). */

/** A channel as a page has it. */
interface Channel {
  onmessage: ((message: { readonly data: string }) => void) | null
  postMessage(data: string): void
  close(): void
}

/** The constructor, as a page’s script has it. */
export type ChannelConstructor = new (name: string) => Channel

/** The channels of one browser. */
export interface BroadcastChannels {
  of(storageKey: string, page: object): ChannelConstructor
  /** Forgets a page that is gone. */
  release(page: object): void
}

/** Creates the channels of one browser; pages hear each other that share their storage. */
export function createBroadcastChannels(): BroadcastChannels {
  let open: readonly { readonly page: object; readonly key: string; readonly channel: Channel }[] = []
  return {
    of: (storageKey, page) =>
      class implements Channel {
        onmessage: Channel['onmessage'] = null
        readonly #key: string

        constructor(name: string) {
          this.#key = `${storageKey} ${name}`
          open = [...open, { page, key: this.#key, channel: this }]
        }

        postMessage(data: string): void {
          for (const other of open) {
            if (other.key !== this.#key || other.channel === this) continue
            // A message is a task of its own in a browser: the sender goes on before anybody hears of it.
            void Promise.resolve().then(() => open.includes(other) && other.channel.onmessage?.({ data }))
          }
        }

        close(): void {
          open = open.filter(({ channel }) => channel !== this)
        }
      },
    release(page) {
      open = open.filter((other) => other.page !== page)
    },
  }
}
