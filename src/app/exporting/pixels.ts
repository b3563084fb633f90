/** Turning an SVG into pixels, as many as a canvas can hold. */
import { addressInSvg, withAddress } from '../../share/index.ts'

/** A picture's size in px. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** What every browser's canvas takes (measured in Chromium, `toBlob` gives nothing above): px on a side, and px in all. */
const [LONGEST_SIDE, LARGEST_AREA] = [32_767, 200_000_000]

/** The wanted scale, or the largest that fits a canvas. */
export function fittingScale({ width, height }: Size, wanted: number): number {
  return Math.min(wanted, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(LARGEST_AREA / (width * height)))
}

/** Pixels, and at which scale they were drawn. */
export interface Pixels {
  readonly image: Blob
  readonly scale: number
  /** Of the picture at scale 1. */
  readonly size: Size
}

/** Below this nothing can be read any more. */
const SMALLEST_SCALE = 0.05

/** Draws an SVG document as PNG at the wanted scale, or as near to it as this browser can; the address in it goes along. Rejects when it can draw none. */
export async function drawPixels(svg: string, wanted: number): Promise<Pixels> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    const size = { width: picture.naturalWidth, height: picture.naturalHeight }
    // A browser with a smaller canvas (Safari's limits depend on the device) gives no blob: half as large, then.
    for (let scale = fittingScale(size, wanted); scale >= SMALLEST_SCALE; scale /= 2) {
      const image = await drawAt(picture, size, scale)
      if (image !== null) return { image: await carrying(image, addressInSvg(svg)), scale, size }
    }
    throw new Error('This browser cannot draw a picture of that size.')
  } finally {
    URL.revokeObjectURL(address)
  }
}

function drawAt(picture: HTMLImageElement, { width, height }: Size, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

async function carrying(png: Blob, address: string | undefined): Promise<Blob> {
  if (address === undefined) return png
  return new Blob([withAddress(new Uint8Array(await png.arrayBuffer()), address)], { type: png.type })
}

/** A picture as a `data:` URL: as PNG, since few mail and ticket systems keep an SVG; as SVG where it cannot be drawn. */
export async function pictureUrl(svg: string): Promise<string> {
  const image = await drawPixels(svg, 1).then(
    (pixels) => pixels.image,
    () => new Blob([svg], { type: 'image/svg+xml' }),
  )
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(image)
  })
}
