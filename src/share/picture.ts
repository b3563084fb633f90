/** A picture that carries its run: the address in the metadata of an SVG, or in a text of a PNG, and found there again. */
import { fromUtf8 } from '../lib/encoding.ts'
import { isPng, pngTexts, withPngText } from './png-text.ts'

const KEYWORD = 'Authlane'

/** The fragment of a link, wherever it stands. */
const FRAGMENT = /#(p?\d{1,4}\.[\w-]{10,})/
const LOOKS_LIKE_SVG = /^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/

/** How the files of pictures begin that hold no text of ours: JPEG, GIF, WebP and AVIF (at their fifth byte), BMP. */
const OTHERS = /^(?:\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:avif|heic|mif1)|BM[\s\S]{4}\0\0\0\0)/

/** Whether bytes, or a text, are a picture; which one. */
export type PictureKind = 'svg' | 'png' | 'other'

/** True for a text that is an SVG document. */
export function isSvg(text: string): boolean {
  return LOOKS_LIKE_SVG.test(text.slice(0, 4096))
}

/** What kind of picture a file is by its first bytes; `undefined` when it is none. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  if (isPng(bytes)) return 'png'
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  if (OTHERS.test(head)) return 'other'
  return isSvg(head.replace(/^\xef\xbb\xbf/, '')) ? 'svg' : undefined
}

/** A PNG that holds the address of its run. */
export function withAddress(png: Uint8Array, address: string): Uint8Array<ArrayBuffer> {
  return withPngText(png, KEYWORD, address)
}

/** The fragment of the run that a picture holds, without the `#`; `undefined` when it holds none, or has lost it. Never throws. */
export function fragmentInPicture(bytes: Uint8Array): string | undefined {
  switch (pictureKind(bytes)) {
    case 'png':
      return pngTexts(bytes).map(fragmentIn).find(Boolean)
    case 'svg':
      return fragmentInSvg(textOf(bytes))
    default:
      return undefined
  }
}

/** The same for the text of an SVG: from its metadata, or else from the words at its foot, which optimisers keep. */
export function fragmentInSvg(svg: string): string | undefined {
  const metadata = addressInSvg(svg)
  if (metadata !== undefined) return fragmentIn(metadata)
  // The lines of an address are pieces of one text.
  return fragmentIn(svg.replace(/<\/?tspan\b[^>]*>\s*/g, '').replace(/<[^>]*>/g, ' '))
}

/** What an SVG's metadata says, as text. */
export function addressInSvg(svg: string): string | undefined {
  const [, content = ''] = /<metadata\b[^>]*>([\s\S]*?)<\/metadata>/.exec(svg) ?? []
  const text = content
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim()
  return FRAGMENT.test(text) ? text : undefined
}

function fragmentIn(text: string): string | undefined {
  return FRAGMENT.exec(text)?.[1]
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch {
    return ''
  }
}
