/** A message in a small envelope: what waits at its sender, and what travels. */

/** Centred at `x`, `y`. */
export function Packet(props: { readonly x: number; readonly y: number; readonly size: number }) {
  const { x, y, size } = props
  const [w, h] = [size, size * 0.7]
  return (
    <g transform={`translate(${x - w / 2} ${y - h / 2})`}>
      <rect className="sequence-packet" width={w} height={h} rx={3} />
      <path className="sequence-packet-flap" d={`M2 2.5 ${w / 2} ${h * 0.58} ${w - 2} 2.5`} />
    </g>
  )
}
