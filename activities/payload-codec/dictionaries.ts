/**
 * What our payloads are made of, so that even a short one packs well; the most frequent last. A payload names its dictionary
 * by its place in this list: add at the end and change none, or what was packed with it is lost. A field that is missing here
 * costs some bytes and nothing else.
 */
export const dictionaries: readonly Buffer[] = [
  [
    '{"message":"","stack_trace":"ApplicationFailure: send notSent: network\\n    at ApplicationFailure.create (/',
    'node_modules/@temporalio/common/lib/failure.js:\\n    at async /node_modules/@temporalio/worker/lib/activity.js:"}',
    '"outcome":"refused","refusal":{"code":"transitionNotAllowed","code":"sameStatus","outcome":"alreadyApplied","outcome":',
    '"failed","outcome":"unknown","outcome":"skipped","reason":"noVerifiedContact","officiallyPastInvitation","contactBlockedBot',
    '","reportedSubmitted","remindedRecently","remindersStopped","quietHours","weeklyCap","alreadySent","notTracked","snoozed',
    '"{"campaignId":"","limit":100,"afterEnrollmentId":"","finished":false}{"type":"officialCorrected","type":"declinedByFirm"',
    '"workingDays":3}"notificationKey":"manual/campaign/digest/renewal/"status":"underReview","status":"renewalOpen","renewed","',
    'declined","lapsed","status":"terminated","status":"expired","status":"inForce","status":"returned","status":"approved","status":',
    '"submitted","reason":null}"step":"dataAuthorised","agreementSigned","sealed","confirmed","documentsRead","contactFilled",',
    '"opened","realNameVerified"{"carried":{"nextSeq":2,"recentEventIds":["clockOffsetMs":0"pendingNotices":[{"key":"notice/',
    '"kind":"statusNotice","data":{"kind":"verifySubmission"{"key":"verify/","key":"status/","key":"reminder/jiangsu-2022/91320',
    '","kind":"reminder","data":{},"sendingTimeOf":{{"deliveries":[{"notificationId":"","channel":"telegram"}{"channel":"web"}],',
    '"skip":null,"postponedUntil":null}"source":"import","source":"api","source":"cli","source":"firm","actor":"',
    '{"eventId":"","source":"staff","actor":"","step":"submitted"}"timeline":[{"seq":1,"at":"2026-","source":"system","actor":',
    '"enrollment","event":{"type":"invited"}}]}"actor":"cadence","event":{"type":"reminderFellDue","at":"{"type":"noticed","key":"',
    '{"type":"reminded","key":"reminder/","outcome":"sent"}{"type":"officialChanged","status":"{"type":"stepReported","step":"',
    '{"outcome":"applied","enrollment":{"snapshot":{"officialStatus":"invited","officialSince":"2026-","officialReason":null,',
    '"reportedStep":null,"reportedAt":null,"declinedAt":null,"invitedAt":"2026-","snoozedUntil":null,"remindersDue":0,',
    '"unanswered":0,"remindedAt":[],"movedTo":null,"lastReminderAt":null,"version":1,"enrollmentId":"jiangsu-2022/91320',
    '","packId":"jiangsu-2022","uscc":"91320","city":"南京","trial":false,"cadence":{"firstAfterWorkingDays":3,',
    '"everyWorkingDays":5,"maxReminders":4,"sendAt":"09:30","timeZone":"Asia/Shanghai"},"now":"2026-","nextReminderAt":"2026-',
    'T01:30:00.000Z"}\n\u0016\n\bencoding\u0012\njson/plain\u0012',
  ],
].map((parts) => Buffer.from(parts.join('')));
