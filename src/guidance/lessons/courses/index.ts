/** Every course, in the order of the catalogue. */
import type { Course } from '../contract.ts'
import attacks from './attacks.ts'
import lifecycle from './lifecycle.ts'
import mfa from './mfa.ts'
import races from './races.ts'
import services from './services.ts'
import signIn from './sign-in.ts'

export const courses: readonly Course[] = [signIn, lifecycle, mfa, services, races, attacks]
