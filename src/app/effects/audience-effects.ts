/** The effects of the audience's window: it shows what it hears, and hands the keys of commands to the presenter. */
import { follow } from '../actions/following.ts'
import { notify } from '../actions/notices.ts'
import { audienceChannel } from '../audience-link/address.ts'
import { type Channel, openChannel } from '../audience-link/channel.ts'
import { type Picture, type ToPresenter, toAudience } from '../audience-link/messages.ts'
import { presenterCommands } from '../commands/index.ts'
import { readLink } from '../link.ts'
import { listenToKeys } from './keyboard.ts'

/** What only the speaker's own window does. */
const NOT_HERE = ['audience', 'outcomes', 'clock', 'leave-presenter', 'help']

/** Starts them; the result stops them. */
export function startRunEffects(): () => void {
  const name = audienceChannel()
  if (name === undefined) {
    notify({
      tone: 'problem',
      title: 'This window has no presenter to follow.',
      details: ['Open it with “Open the audience window” in the presenter.'],
    })
    return () => undefined
  }
  const show = oneAtATime(async ({ link, ...picture }: Picture) => {
    const reading = await readLink(link)
    if ('moment' in reading) await follow(reading.moment, picture)
  })
  const channel: Channel<ToPresenter> = openChannel(name, toAudience, (message) => {
    if (message.type === 'show') show(message.picture)
    else endShow()
  })
  const stopKeys = listenToKeys(
    presenterCommands
      .filter(({ id }) => !NOT_HERE.includes(id))
      .map((command) =>
        command.id === 'full-screen'
          ? command
          : { ...command, run: () => channel.send({ type: 'command', id: command.id }) },
      ),
  )
  channel.send({ type: 'ready' })
  return () => {
    stopKeys()
    channel.close()
  }
}

/** A window that a script has opened may close itself; any other says that it can be closed. */
function endShow(): void {
  close()
  notify({ tone: 'info', title: 'The presentation is over.', details: ['You can close this window.'] })
}

/** Runs `task` for the newest value alone: what came while it ran and is not the last is out of date. */
function oneAtATime<Value>(task: (value: Value) => Promise<void>): (value: Value) => void {
  let waiting: Value | undefined
  let isRunning = false
  return (value) => {
    waiting = value
    if (isRunning) return
    isRunning = true
    void drain()
  }

  async function drain(): Promise<void> {
    try {
      while (waiting !== undefined) {
        const value = waiting
        waiting = undefined
        await task(value)
      }
    } finally {
      isRunning = false
    }
  }
}
