/** On to the next run of the playlist, and back to the one before. */
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { openNeighbour } from '../actions/playlists.ts'
import type { PlacedItem } from '../selectors/playlist.ts'

/** The two buttons, for a toolbar; `children` is what the second one says. */
export function NeighbourButtons({ playing, children }: { readonly playing: PlacedItem; readonly children: string }) {
  const { playlist, index } = playing
  const next = playlist.items[index + 1]
  return (
    <>
      <IconButton
        size="small"
        label="Previous run"
        shortcut="Shift N"
        icon={<ArrowLeft />}
        unavailable={index === 0 ? 'this is the first one' : undefined}
        onClick={() => void openNeighbour(-1)}
      />
      <Button
        size="small"
        icon={<ArrowRight />}
        aria-label="Next run"
        title={next && `${next.title} (N)`}
        unavailable={next === undefined ? 'this is the last one' : undefined}
        onClick={() => void openNeighbour(1)}
      >
        {children}
      </Button>
    </>
  )
}
