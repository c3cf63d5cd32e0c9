import type { RouteLocationRaw } from 'vue-router';

export interface Form {
  /** Name of the mutation, and of its word among `step.…`. */
  step: string;
  to: RouteLocationRaw;
}

const form = (step: string, query: Record<string, string | undefined>): Form => ({ step, to: { path: `/change/${step}`, query } });

const steps: Record<string, string> = { FOUND: 'ledgerRectification', LEDGERED: 'closeRectification', CLOSED: 'notifyRectification' };

/** The step that a problem takes next; none where it was made known. */
export const rectificationForm = ({ id, stage }: { id: string; stage: string }): Form | undefined => (steps[stage] ? form(steps[stage], { rectification: id }) : undefined);

interface Duty {
  kind: string;
  period: string;
  doneOn: string | null;
  committee: { id: string };
  society: { id: string } | null;
  person: { id: string } | null;
  rectification: { id: string; stage: string } | null;
  eventFiling: { event: string; heldOn: string } | null;
}

/** The form by which evidence is recorded, with whose it is filled in. */
export const evidenceForm = (due: { kind: string; subjectKind: string; committee: { id: string }; branch: { id: string } | null; society: { id: string } | null; leadingGroup: { id: string } | null }) =>
  form('recordEvidence', {
    kind: due.kind,
    committee: due.subjectKind === 'COMMITTEE' ? due.committee.id : undefined,
    branch: due.branch?.id,
    society: due.subjectKind === 'SOCIETY' ? due.society?.id : undefined,
    leadingGroup: due.leadingGroup?.id,
  }).to;

/** The form by which a duty is done, with what the duty knows filled in; none where it was done. */
export function dutyForm(duty: Duty): Form | undefined {
  if (duty.doneOn !== null) return undefined;
  const committee = duty.committee.id;
  const society = duty.society?.id;
  switch (duty.kind) {
    case 'COMMUNITY_CHECK_IN':
      return form('recordCheckIn', { committee });
    case 'CONTACT_POINT':
      return form('assignContactPoint', { committee, person: duty.person?.id });
    case 'WORK_MEETING':
    case 'COMMITTEE_MEETING':
      return form('recordCommitteeMeeting', { committee, kind: duty.kind });
    case 'FUND_REPORT':
      return form('submitFundReport', { society, period: duty.period });
    case 'EVENT_FILING':
      return form('fileEvent', { society, event: duty.eventFiling?.event, heldOn: duty.eventFiling?.heldOn });
    default:
      return duty.rectification ? rectificationForm(duty.rectification) : undefined;
  }
}
