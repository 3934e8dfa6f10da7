const KILOBYTE = 1024

/** The size of a file as people read it: 312 KB, 1.4 MB. */
export const kilobytes = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`
