/** `<pack>/<USCC>`; the database key of an enrollment, and the end of its workflow's ID. */
export const enrollmentIdOf = (packId: string, uscc: string): string => `${packId}/${uscc}`;

/** The firm's code in an enrollment's ID. */
export const usccOf = (enrollmentId: string): string => enrollmentId.slice(enrollmentId.lastIndexOf('/') + 1);

/** The pack in an enrollment's ID. */
export const packOf = (enrollmentId: string): string => enrollmentId.slice(0, enrollmentId.lastIndexOf('/'));
