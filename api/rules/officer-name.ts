/** An officer as others read the name: who belongs to the superior unit is shown with it. */
export const officerName = ({ name, unit }: { name: string; unit: string | null }): string =>
  unit === null ? name : `${name}（${unit}）`
