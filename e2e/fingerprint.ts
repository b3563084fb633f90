/** What a page is asked again and again, for hundreds of runs: in the page itself, where nobody has to be waited for. */

/** Opens a link, if there is one, and waits until the run stands at the step. */
export async function standAt({ link, step, steps }: { link?: string; step: number; steps: number }): Promise<void> {
  if (link !== undefined) location.hash = link
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; ) {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][aria-label="Step"]')
    if (Number(slider?.value) === step && Number(slider?.max) === steps) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`The run does not come to step ${step} of ${steps}.`)
}

/** The fingerprint in the dialog that shares the run; instead, what it shares when that is another link. */
export async function readFingerprint(link: string): Promise<string> {
  const wait = async <Value>(read: () => Value | undefined | false | null | ''): Promise<Value> => {
    for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
      const value = read()
      if (value) return value
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`It did not come: ${read}`)
  }
  const dialog = () => document.querySelector('[role="dialog"]')
  const field = (name: string) => dialog()?.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value
  const buttons = [...document.querySelectorAll('button')]
  buttons.find(({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === 'Share')?.click()
  await wait(() => dialog()?.querySelector('input[type="radio"]:checked'))
  // After a failed run the moment at which it breaks is offered first.
  const moments = [...(dialog()?.querySelectorAll('label') ?? [])]
  moments.find(({ textContent }) => textContent?.startsWith('At this moment'))?.click()
  const shared = await wait(() => field('Link'))
  const fingerprint = shared.endsWith(`#${link}`) ? await wait(() => field('Fingerprint')) : shared
  dialog()?.querySelector<HTMLButtonElement>('button[aria-label="Close"]')?.click()
  await wait(() => dialog() === null)
  return fingerprint
}
