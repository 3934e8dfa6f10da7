/** Hundredths as a percentage with both decimals, so that columns stand in line: 87.80%. */
export const percentSaid = (hundredths: number): string => `${hundredths.toFixed(2)}%`
