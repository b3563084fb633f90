/** The script of the page for addresses that do not exist: goes where the address was meant to lead. */
import { repairAddress } from '../share/repair.ts'

const better = repairAddress(location.href)
if (better !== undefined) location.replace(better)
