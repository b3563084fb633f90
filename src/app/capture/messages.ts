/** What the page and the worker that reads recordings tell each other. All of it can be cloned. */
import type { CaptureReport, ShownHosts } from '../../capture/index.ts'

/** From the page, once. */
export interface HarRequest {
  readonly file: Blob
  readonly hosts: ShownHosts
}

/** From the worker. After `over` and `failed` comes nothing more. */
export type HarAnswer =
  | {
      readonly type: 'progress'
      /** From 0 to 1. */
      readonly share: number
    }
  | { readonly type: 'over'; readonly report: CaptureReport }
  /** `message` is a sentence for the person. */
  | { readonly type: 'failed'; readonly message: string }
