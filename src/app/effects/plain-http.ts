/** What the page says where it came by plain HTTP: what is different there, and where it would not be. */
import { notify } from '../actions/notices.ts'
import { readItem, writeItem } from '../kept-items.ts'
import type { Notice } from '../state/run.ts'
import { current, observe } from '../state/store.ts'

const TOLD = 'plain-http'

const PLAIN_HTTP: Notice = {
  tone: 'info',
  title: 'This page came by plain HTTP. Its runs are the same, to the byte.',
  details: [
    'Signatures and hashes come from a JavaScript library, and messages reach the servers by direct calls, so the network panel shows none.',
    'Use without a network, installing the page and copying pictures need http://localhost, a certificate, or a host with HTTPS.',
  ],
}

/** Says it with the first arrow, once in a tab; the status of the transport says it for as long as the page is open. */
export function tellPlainHttp(): () => void {
  if (isSecureContext || readItem(TOLD, 'tab') === true) return () => undefined
  const stop = observe(
    (state) => state.run.isOpen,
    () => {
      stop()
      writeItem(TOLD, true, 'tab')
      if (current().run.notice === undefined) notify(PLAIN_HTTP)
    },
  )
  return stop
}
