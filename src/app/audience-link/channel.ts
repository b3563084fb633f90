/** The channel between two windows of this page: the one file that touches `BroadcastChannel`. */
import * as v from 'valibot'

/** One end of a channel. */
export interface Channel<Sent> {
  send(message: Sent): void
  close(): void
}

/** Opens a channel by its name. What does not have the shape of a message for this end is not heard. */
export function openChannel<Sent, Heard>(
  name: string,
  shape: v.GenericSchema<unknown, Heard>,
  onMessage: (message: Heard) => void,
): Channel<Sent> {
  const channel = new BroadcastChannel(`authlane-presenter-${name}`)
  channel.onmessage = ({ data }) => {
    const heard = v.safeParse(shape, data)
    if (heard.success) onMessage(heard.output)
  }
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
