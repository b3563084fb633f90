/** Links that are fetched ahead: before anybody has pressed them, with the cookies of their site. */
import { readPrefetchedLinks } from '../form-reader.ts'
import { NetworkError } from '../network.ts'
import type { Tasks } from '../tasks.ts'
import { type NavigationContext, navigate, TooManyRedirectsError } from './navigation.ts'
import type { BrowserWindow } from './window.ts'

/** What a window needs to fetch ahead. */
interface PrefetchPorts extends Pick<NavigationContext, 'actor' | 'network' | 'cookies'> {
  readonly tasks: Tasks
  stop(task: string, reason: string): void
}

/**
 * Fetches the links of a page that are marked `data-prefetch`, one after the other. That is what a framework's script has a browser
 * do, by `<link rel="prefetch">`, for links that can be seen or are hovered over: Astro by the attribute `data-astro-prefetch`
 * (docs.astro.build/en/guides/prefetch), Next.js for every `<Link>` in view, by a fetch of its script that says so in
 * `Next-Router-Prefetch` (nextjs.org/docs/app/guides/prefetching). The browser says it in `Sec-Purpose` (the Fetch standard;
 * Chromium in `Purpose` as well). What comes is only kept for later: a click asks again, as where the answer is not to be stored.
 */
export function prefetchLinks(target: BrowserWindow, { tasks, stop, ...context }: PrefetchPorts): void {
  const { document, leave } = target
  const links = readPrefetchedLinks(document?.html ?? '')
  if (document === undefined || links.length === 0) return
  const task = `${target.id}/prefetch-${target.pages}`
  target.leave = () => {
    leave()
    stop(task, 'The page that asked is gone.')
  }
  tasks.start(task, context.actor, async () => {
    for (const href of links) {
      const request = { url: new URL(href, document.url), method: 'GET', body: '', initiator: document.url } as const
      await navigate({ ...context, task, isPrefetch: true, onHop: () => undefined }, request).catch(
        (error: unknown) => {
          // Nobody waits for it, so nobody is told that it did not come.
          if (!(error instanceof NetworkError) && !(error instanceof TooManyRedirectsError)) throw error
        },
      )
    }
  })
}
