/** The packet that travels along an arrow when its message is delivered. */

/** A place in the diagram, in px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How long a packet travels, in ms: one that brings the first credential of its kind can be looked at. */
const TRAVEL_MS = { usual: 600, first: 900 }

/** Moves the packet from one place to another, once. The style sheet hides it where the person asked for less motion: the arrow is the end state. */
export function sendPacket(packet: Element, from: Point, to: Point, pace: keyof typeof TRAVEL_MS): Animation {
  const at = ({ x, y }: Point) => `translate(${x}px, ${y}px)`
  return packet.animate(
    [
      { transform: at(from), opacity: 1 },
      { transform: at(to), opacity: 1, offset: 0.9 },
      { transform: at(to), opacity: 0 },
    ],
    { duration: TRAVEL_MS[pace], easing: 'cubic-bezier(0.3, 0, 0.2, 1)' },
  )
}
