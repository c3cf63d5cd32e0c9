/** The disciplines that there are at first; an office may have more. */
export const disciplines = ['SCIENCE', 'ENGINEERING', 'AGRICULTURE', 'MEDICINE', 'INTERDISCIPLINARY'] as const;
