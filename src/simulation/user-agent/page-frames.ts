/** The frames that a page's script puts into its document, and the window that such a frame can speak to. */
import type { PageFrame, WindowMessages } from './frames.ts'
import type { NavigationRequest } from './navigation.ts'
import { type BrowserWindow, createWindow } from './window.ts'

/** The frames of one page. */
interface PageFrames {
  create(): PageFrame
  /** Puts a frame into the document: it loads. */
  append(frame: PageFrame): void
  /** The page is gone, and its frames with it. */
  removeAll(): void
}

/** What a page needs of its browser to have frames. */
interface FramePorts {
  load(target: BrowserWindow, request: NavigationRequest, entry: 'push'): void
  stop(task: string, reason: string): void
  /** False once the window shows another page. */
  isCurrent(): boolean
}

/** Creates the frames of the page in a window. */
export function createPageFrames(target: BrowserWindow, { load, stop, isCurrent }: FramePorts): PageFrames {
  const shown = new Map<PageFrame, BrowserWindow>()
  const initiator = target.document?.url

  function remove(frame: PageFrame): void {
    const framed = shown.get(frame)
    if (framed === undefined) return
    shown.delete(frame)
    target.framed.delete(framed)
    stop(framed.id, 'The frame that asked is gone.')
    framed.pages += 1
    framed.leave()
  }

  return {
    create() {
      const frame: PageFrame = { src: '', hidden: false, style: { cssText: '' }, remove: () => remove(frame) }
      return frame
    },
    append(frame) {
      if (!isCurrent()) return
      target.frames += 1
      const framed = createWindow(`${target.id}/frame-${target.frames}`, target)
      shown.set(frame, framed)
      target.framed.add(framed)
      load(framed, { url: new URL(frame.src, initiator), method: 'GET', body: '', initiator }, 'push')
    },
    removeAll() {
      for (const frame of shown.keys()) remove(frame)
    },
  }
}

/** `parent` of a page: a message reaches the window that it is a frame of, if that shows a page of the origin named. */
export function parentOf(
  target: BrowserWindow,
  { origin }: URL,
  messages: WindowMessages,
): { postMessage(data: string, targetOrigin: string): void } {
  return {
    postMessage(data, targetOrigin) {
      const receiver = (target.container ?? target).document
      if (receiver !== undefined && ['*', receiver.url.origin].includes(targetOrigin)) {
        messages.post(receiver, { data, origin })
      }
    },
  }
}
