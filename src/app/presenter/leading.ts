/** Tells the audience's window of every step, and does what is pressed there: a clicker's keys go to the window in front. */
import { audienceFollows, audienceLeft } from '../actions/audience.ts'
import { presenterCommands } from '../commands/index.ts'
import { linkOf } from '../link.ts'
import { type AppState, current, observe } from '../store/store.ts'
import { type Channel, openChannel } from './channel.ts'
import { type Picture, type ToAudience, toPresenter } from './messages.ts'

/** How long a window that said goodbye may take to come back: it does when it is loaded again. */
const RETURN_WITHIN_MS = 2000

/** Leads whatever window is open, until the result is called. */
export function leadAudience(): () => void {
  let stop: (() => void) | undefined
  const restart = (channel: string | undefined) => {
    stop?.()
    stop = channel === undefined ? undefined : leadOn(channel)
  }
  restart(current().view.audience?.channel)
  const stopObserving = observe((state) => state.view.audience?.channel, restart)
  return () => {
    stopObserving()
    stop?.()
  }
}

function leadOn(name: string): () => void {
  let leaving: ReturnType<typeof setTimeout> | undefined
  const channel: Channel<ToAudience> = openChannel(name, toPresenter, (message) => {
    switch (message.type) {
      case 'ready':
        clearTimeout(leaving)
        audienceFollows()
        show()
        return
      case 'bye':
        leaving = setTimeout(audienceLeft, RETURN_WITHIN_MS)
        return
      case 'command':
        presenterCommands.find(({ id }) => id === message.id)?.run()
        return
      default:
        message satisfies never
    }
  })
  const show = () => channel.send({ type: 'show', picture: pictureOf(current()) })
  const end = () => channel.send({ type: 'end' })
  const stop = observe(
    (state) => state,
    (state, before) => {
      if (looksDifferent(state, before)) show()
    },
  )
  addEventListener('pagehide', end)
  return () => {
    clearTimeout(leaving)
    removeEventListener('pagehide', end)
    stop()
    end()
    channel.close()
  }
}

function pictureOf(state: AppState): Picture {
  const { picked, isBlank, hasSpotlight, theme } = state.view
  return { link: linkOf(state), picked, isBlank, hasSpotlight, theme }
}

function looksDifferent({ session, view }: AppState, before: AppState): boolean {
  const keys = ['cursor', 'picked', 'isBlank', 'hasSpotlight', 'theme'] as const
  return session !== before.session || keys.some((key) => view[key] !== before.view[key])
}
