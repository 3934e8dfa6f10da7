import * as v from 'valibot'
import { text } from './field.ts'

const MOST_LOGIN = 64

/** Whom to sign in as on the tour. */
export const DemoForm = v.object({ login: text(MOST_LOGIN) }, 'needed')
