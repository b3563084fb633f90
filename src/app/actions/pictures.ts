/** Opening a picture that carries its run, also when what it was sent through has thrown that away. */
import { fragmentInPicture, type PictureKind, pictureKind } from '../../share/index.ts'
import { openText } from './importing.ts'

const HEAD_BYTES = 4096
/** No picture that a person sends is as large. */
const MOST_BYTES = 50_000_000

/** What is wrong with a picture, in sentences; nothing when its run is open. `undefined` when the file is no picture. */
export async function openPicture(file: File): Promise<readonly string[] | undefined> {
  const kind = pictureKind(await bytesOf(file.slice(0, HEAD_BYTES)))
  if (kind === undefined || file.size > MOST_BYTES) return undefined
  const fragment = fragmentInPicture(await bytesOf(file))
  if (fragment !== undefined) return openText(fragment)
  const { addressInPixels } = await import('../exporting/picture-code.ts')
  const address = await addressInPixels(file)
  if (address === undefined) return lost(kind)
  return openText(address, [
    'The picture has lost the run that it carried; it was opened by the code at its foot, which says:',
    address,
  ])
}

function lost(kind: PictureKind): readonly string[] {
  const why =
    kind === 'other'
      ? 'Only SVG and PNG can carry a run, and this is another kind of picture'
      : 'It was not exported here, or what it was sent through kept the pixels alone'
  return [
    `This picture carries no run. ${why}.`,
    'If an address stands at its foot, open that. Or ask for the picture as a file that nothing has changed, such as in a zip.',
  ]
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}
