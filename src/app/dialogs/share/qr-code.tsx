/** A link as a picture that a phone reads from a projector. */
import { encode } from 'uqr'

/** Characters up to which a camera reads the code across a room; beyond it the cells get too small. */
const MAX_READABLE = 900

/** Cells around the code that must stay empty (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4

/** Dark cells on white in both themes, because readers expect it. */
export function QrCode({ address }: { readonly address: string }) {
  if (address.length > MAX_READABLE) {
    return (
      <p className="share-hint">
        This link has {address.length} characters: no camera could read its code from across a room. Share the start of
        the run, or fewer steps.
      </p>
    )
  }
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE })
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="share-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the link">
      <rect width={size} height={size} fill="#fff" />
      <path d={cells.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
