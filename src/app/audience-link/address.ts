/** The address of the audience's window, and what it says to the page that is opened there. */
import { addressOf } from '../../share/address.ts'

/** The address at which a window shows a moment and follows on a channel. `home` is the address of the site's first page. */
export function audienceAddress(home: string, channel: string, fragment: string): string {
  const url = new URL(addressOf(home, fragment))
  url.search = `?${new URLSearchParams({ present: 'audience', channel })}`
  return url.href
}

/** True when the page is the audience's window. */
export function isAudience(): boolean {
  return parameters().get('present') === 'audience'
}

/** The channel on which it follows; none when somebody typed the address. */
export function audienceChannel(): string | undefined {
  return parameters().get('channel') || undefined
}

function parameters(): URLSearchParams {
  return new URLSearchParams(location.search)
}
