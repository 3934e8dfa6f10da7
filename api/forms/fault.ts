import * as v from 'valibot'
import { FAULT_SIGNS } from '../rules/device-fault.ts'
import { day, oneOf, optionalText, text, yesNo } from './field.ts'

const LONGEST_NOTE = 200

/** A rating device that does not work: at which window, since when, how it shows. */
export const FaultForm = v.object(
  {
    window: text(8, 'window-needed'),
    sign: oneOf(FAULT_SIGNS),
    beganOn: day('day-needed'),
    note: optionalText(LONGEST_NOTE),
  },
  'needed',
)
export type FaultForm = v.InferOutput<typeof FaultForm>

/** Whether the IT section found a fault, and what it found. */
export const FaultDecisionForm = v.object(
  { confirmed: yesNo(), found: text(LONGEST_NOTE) },
  'needed',
)
export type FaultDecisionForm = v.InferOutput<typeof FaultDecisionForm>

/** The day the device worked again. */
export const RepairForm = v.object({ repairedOn: day('day-needed') }, 'needed')
export type RepairForm = v.InferOutput<typeof RepairForm>
