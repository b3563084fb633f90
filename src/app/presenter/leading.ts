/** Tells the audience's window of every step, and does what is pressed there: a clicker's keys go to the window in front. */
import { audienceFollows, audienceLeft, isAudienceOpen } from '../actions/audience.ts'
import { type Channel, openChannel } from '../audience-link/channel.ts'
import { type Picture, type ToAudience, toPresenter } from '../audience-link/messages.ts'
import { presenterCommands } from '../commands/index.ts'
import { linkOf } from '../link.ts'
import { selectAsks } from '../selectors/room-question.ts'
import { type AppState, current, observe } from '../state/store.ts'

/** How often it is looked whether the window is still there; one that closes, or breaks down, does not say so. */
const LOOK_EVERY_MS = 500

/** Leads whatever window is open, until the result is called. */
export function leadAudience(): () => void {
  let stop: (() => void) | undefined
  const restart = (channel: string | undefined) => {
    stop?.()
    stop = channel === undefined ? undefined : leadOn(channel)
  }
  restart(current().presenter.audience?.channel)
  const stopObserving = observe((state) => state.presenter.audience?.channel, restart)
  return () => {
    stopObserving()
    stop?.()
  }
}

function leadOn(name: string): () => void {
  const channel: Channel<ToAudience> = openChannel(name, toPresenter, (message) => {
    switch (message.type) {
      case 'ready':
        audienceFollows()
        show()
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
  const looking = setInterval(() => {
    if (!isAudienceOpen()) audienceLeft()
  }, LOOK_EVERY_MS)
  addEventListener('pagehide', end)
  return () => {
    clearInterval(looking)
    removeEventListener('pagehide', end)
    stop()
    end()
    channel.close()
  }
}

function pictureOf(state: AppState): Picture {
  const { picked, split, comparedWith, theme } = state.view
  const { isBlank, hasSpotlight, hasCaption, hasCode } = state.presenter
  return {
    link: linkOf(state),
    picked,
    split,
    comparedWith,
    isBlank,
    hasSpotlight,
    hasCaption,
    hasCode,
    asks: selectAsks(state),
    theme,
  }
}

function looksDifferent(state: AppState, before: AppState): boolean {
  const looks = ({ view, presenter }: AppState) => [
    view.cursor,
    view.picked,
    view.split,
    view.comparedWith,
    view.theme,
    presenter.isBlank,
    presenter.hasSpotlight,
    presenter.hasCaption,
    presenter.hasCode,
  ]
  const [now, then] = [looks(state), looks(before)]
  return state.recipe !== before.recipe || now.some((value, index) => value !== then[index])
}
