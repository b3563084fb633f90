/** Reads a HAR piece by piece: keeps what may belong to a login, counts the rest. */
import { mediaType } from '../../http/index.ts'
import { CaptureError, createEntryScanner } from './entry-scanner.ts'
import { type RecordedExchange, readEntry } from './har-entry.ts'

/** What a file holds. */
export interface Recording {
  /** By the time they were sent; in the order of the file where the recorder has kept no times. */
  readonly exchanges: readonly RecordedExchange[]
  /** Pictures, styles, scripts, fonts and what is not HTTP. */
  readonly assets: number
  /** Entries that could not be read. */
  readonly damaged: number
  /** True for a file that ends in the middle: what came before is kept. */
  readonly isCut: boolean
}

/** Takes the text of a file in pieces; both throw a `CaptureError` at what is no HAR. */
export interface HarReader {
  push(piece: string): void
  end(): Recording
}

/** A login has a few dozen; a page that polls all day must not fill the memory. */
const MOST_EXCHANGES = 20_000

/** Insomnia dates every entry with the moment of the export, which says nothing of when it was sent. */
const DATED_BY_EXPORT = /"creator"\s*:\s*\{\s*"name"\s*:\s*"Insomnia/
/** Characters at the beginning of a file in which it says who wrote it. */
const HEAD_LENGTH = 4096

const ASSET_TYPES = /^(?:image|stylesheet|script|font|media|manifest|texttrack|websocket|ping|beacon|csp-report)$/
const ASSET_MEDIA =
  /^(?:image|font|audio|video)\/|^text\/(?:css|javascript)$|^application\/(?:javascript|x-javascript|wasm)$/
const ASSET_NAME = /\.(?:png|jpe?g|gif|svg|ico|webp|avif|css|m?js|map|woff2?|ttf|mp4|webm|wasm)$/i

/** A reader for one file. */
export function createHarReader(): HarReader {
  const scanner = createEntryScanner()
  const exchanges: RecordedExchange[] = []
  let assets = 0
  let damaged = 0
  let firstReason = ''
  let head = ''

  function take(json: string): void {
    const read = readEntry(json)
    if (read.type === 'damaged') {
      damaged++
      firstReason ||= read.reason
    } else if (read.type === 'other' || isAsset(read.exchange)) assets++
    else exchanges.push(read.exchange)
    if (exchanges.length > MOST_EXCHANGES) {
      throw new CaptureError(
        `The file has more than ${MOST_EXCHANGES.toLocaleString('en')} requests besides pictures and scripts. Record only the sign-in.`,
      )
    }
  }

  return {
    push(piece) {
      if (head.length < HEAD_LENGTH) head += piece.slice(0, HEAD_LENGTH)
      for (const json of scanner.push(piece)) take(json)
    },
    end() {
      const isCut = !scanner.isComplete()
      if (isCut && exchanges.length + assets + damaged === 0) scanner.end()
      if (exchanges.length + assets === 0) {
        throw new CaptureError(
          damaged === 0
            ? 'The HAR is empty: nothing was recorded. Open the network panel first, then sign in.'
            : `The file is not a HAR: an entry in it ${firstReason}.`,
        )
      }
      return {
        exchanges: DATED_BY_EXPORT.test(head) ? exchanges.map(undated) : inOrder(exchanges),
        assets,
        damaged,
        isCut,
      }
    },
  }
}

function undated(exchange: RecordedExchange): RecordedExchange {
  return { ...exchange, sentAt: Number.NaN }
}

function inOrder(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[] {
  let latest = Number.NEGATIVE_INFINITY
  return exchanges
    .map((exchange) => {
      // One without a time stays behind the one before it.
      latest = Number.isNaN(exchange.sentAt) ? latest : exchange.sentAt
      return { exchange, place: latest }
    })
    .sort((one, other) => (one.place === other.place ? 0 : one.place - other.place))
    .map(({ exchange }) => exchange)
}

function isAsset({ request, response, resourceType }: RecordedExchange): boolean {
  if (ASSET_TYPES.test(resourceType)) return true
  if (request.method !== 'GET' || /^(?:document|fetch|xhr)$/.test(resourceType)) return false
  return ASSET_MEDIA.test(response ? mediaType(response) : '') || ASSET_NAME.test(new URL(request.url).pathname)
}
