/** The whole screen for this page. Browsers may refuse it, and some have none to give: then the window is what there is. */

/** Asks for the whole screen; only a press of a key or a button may. */
export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined)
}

/** Gives it back. */
export function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
}
