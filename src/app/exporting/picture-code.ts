/** Reads the code at the foot of a picture of a run: what is left when only the pixels have come through. Loaded when it is needed. */
import readCode from 'jsqr'

/** Pixels that are looked at, at most: four times a screen. */
const MOST_PIXELS = 8_000_000
/** The part of the width, from the left edge, within which the exporter draws the code. */
const CORNER = 0.4

/** The address that a picture's code says; `undefined` without a code, or when it says something else. Never rejects. */
export async function addressInPixels(file: Blob): Promise<string | undefined> {
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const side = Math.min(Math.ceil(width * CORNER), height)
    const text = codeIn(picture, 0, height - side, side, side) ?? codeIn(picture, 0, 0, width, height)
    return text !== undefined && URL.canParse(text) && text.includes('#') ? text : undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}

function codeIn(picture: HTMLImageElement, x: number, y: number, width: number, height: number): string | undefined {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  // What is transparent is paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return readCode(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' })?.data
}
