/** Turns drawings into PNG with the page's own typefaces, so that every machine draws the same pixels. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const { resolve } = createRequire(import.meta.url)
const MONOSPACE = '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'
const PROPORTIONAL = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/** Typefaces are unpacked for each drawing, so several pictures are drawn as one, below each other. */
const STRIP = 12

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const pack = promisify(deflate)

/** Draws SVG texts, all of one size in px, one after the other. Each is handed on as soon as it is there. */
export async function drawPixels(
  svgs: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
  onDrawn: (png: Buffer, index: number) => Promise<void>,
): Promise<void> {
  await initWasm(readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  const font = {
    fontBuffers: await Promise.all([MONOSPACE, PROPORTIONAL].map((file) => readFile(resolve(file)))),
    monospaceFamily: 'JetBrains Mono',
    sansSerifFamily: 'Inter',
    defaultFontFamily: 'Inter',
  }
  for (let start = 0; start < svgs.length; start += STRIP) {
    const strip = svgs.slice(start, start + STRIP)
    const parts = strip.map((svg, index) => `<g transform="translate(0 ${index * height})">${svg}</g>`)
    const drawing = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${strip.length * height}">${parts.join('')}</svg>`,
      { font },
    )
    const rendered = drawing.render()
    const { pixels } = rendered
    for (const index of strip.keys()) {
      const length = width * height * 4
      await onDrawn(
        await encodePng(pixels.subarray(index * length, (index + 1) * length), width, height),
        start + index,
      )
    }
    rendered.free()
    drawing.free()
  }
}

/** PNG (ISO/IEC 15948) of opaque RGBA pixels, with 8 bits a colour. Rows are not filtered: these are flat surfaces. */
async function encodePng(rgba: Uint8Array, width: number, height: number): Promise<Buffer> {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  let to = 0
  for (let from = 0; from < rgba.length; from += 4) {
    if (from % (width * 4) === 0) to += 1
    rows[to++] = rgba[from] ?? 0
    rows[to++] = rgba[from + 1] ?? 0
    rows[to++] = rgba[from + 2] ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bits a colour, and RGB.
  header.set([8, 2], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', await pack(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, check])
}
