using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a sheet's row can contradict in the graph, by the word with which <c>Sql/Sheets</c> reports it.</summary>
internal static class SheetConflicts
{
    public static IReadOnlyDictionary<string, Func<string, ImportProblem>> All { get; } =
        new Dictionary<string, Func<string, ImportProblem>>
        {
            ["UNKNOWN"] = value => new("SP-IMPORT-141", [("value", value)]),
            ["DISCIPLINE_UNKNOWN"] = value => new("SP-IMPORT-141.Discipline", [("value", value)]),
            ["AMBIGUOUS"] = value => new("SP-IMPORT-142", [("value", value)]),
            ["REGION_UNKNOWN"] = value => new("SP-IMPORT-143", [("value", value)]),
            ["CODE_TAKEN"] = value => new("SP-IMPORT-144", [("value", value)]),
            ["CODE_FAILS"] = value => new("SP-IMPORT-131", [("value", value)]),
            ["SAME_THING"] = value => new("SP-IMPORT-145", [("value", value)]),
            ["ALIAS_TAKEN"] = value => new("SP-IMPORT-146", [("value", value)]),
            ["SOCIETY_NEEDED"] = _ => new("SP-IMPORT-147", []),
            ["FORM_NEEDED"] = _ => new("SP-IMPORT-148", []),
            ["STATUS_GOES_BACK"] = value => new("SP-IMPORT-149", [("value", EnumWords.OfName(value, "BranchStatus", "MemberStatus"))]),
            ["STATUS_NEEDS_DATE"] = value => new("SP-IMPORT-150", [("value", EnumWords.OfName(value, "BranchStatus", "MemberStatus"))]),
            ["STATUS_TOO_EARLY"] = value => new("SP-IMPORT-151", [("value", value)]),
            ["CATEGORY_NEEDS_DATE"] = value => new("SP-IMPORT-152", [("value", EnumWords.OfName(value, "BranchCategory"))]),
            ["CATEGORY_TOO_EARLY"] = value => new("SP-IMPORT-153", [("value", value)]),
            ["LEAD_TAKEN"] = value => new("SP-IMPORT-154", [("value", value)]),
            ["PERIOD_OVERLAPS"] = value => new("SP-IMPORT-155", [("value", value)]),
            ["PLACE_NEEDED"] = value => new("SP-IMPORT-156", [("value", EnumWords.OfName(value, "Post"))]),
            ["PLACE_DIFFERS"] = value => new("SP-IMPORT-157", [("value", EnumWords.OfName(value, "Post"))]),
            ["PERSON_NEW"] = value => new("SP-IMPORT-158", [("value", value)]),
            ["POST_TAKEN"] = value => new("SP-IMPORT-159", [("value", value)]),
            ["TERM_NEEDED"] = _ => new("SP-IMPORT-160", []),
            ["NAME_DIFFERS"] = value => new("SP-IMPORT-161", [("value", value)]),
            ["MEMBER_ELSEWHERE"] = _ => new("SP-IMPORT-162", []),
            ["PERSON_IS_APPLICANT"] = _ => new("SP-IMPORT-163", []),
            ["BRANCH_DISSOLVED"] = value => new("SP-IMPORT-164", [("value", value)]),
            ["STATUS_BEFORE_JOINING"] = _ => new("SP-IMPORT-165", []),
            ["AFFILIATION_TWICE"] = _ => new("SP-IMPORT-166", []),
            ["AFFILIATION_NEEDS_DATE"] = value => new("SP-IMPORT-167", [("value", value)]),
            ["DAY_NEEDED"] = _ => new("SP-IMPORT-170", []),
            ["BRANCH_NOT_ESTABLISHED"] = value => new("SP-IMPORT-171", [("value", EnumWords.OfName(value, "BranchStatus"))]),
            ["ATTENDANCE_INCOMPLETE"] = _ => new("SP-IMPORT-172", []),
            ["ATTENDANCE_EXCEEDS_EXPECTED"] = value => new("SP-IMPORT-173", [("value", value)]),
            ["HELD_ALREADY"] = value => new("SP-IMPORT-174", [("value", value)]),
            ["NOT_HELD"] = _ => new("SP-IMPORT-175", []),
            ["NO_ROUND"] = value => new("SP-IMPORT-176", [("value", value)]),
            ["WRONG_STAGE"] = value => new("SP-IMPORT-177", [("value", EnumWords.OfName(value, "AssessmentStage"))]),
            ["SCORE_EXCEEDS_MAXIMUM"] = value => new("SP-IMPORT-178", [("value", value)]),
            ["ITEM_NOT_SCORED"] = value => new("SP-IMPORT-179", [("value", value)]),
            ["ITEM_UNKNOWN"] = value => new("SP-IMPORT-180", [("value", value)]),
            ["SELF_BEFORE_ROUND"] = value => new("SP-IMPORT-191", [("value", value)]),
            ["DEBRIEF_NOT_SELF_SCORED"] = value => new("SP-IMPORT-192", [("value", value)]),
            ["JOINT_BRANCH_SOCIETIES"] = _ => new("JOINT_BRANCH_SOCIETIES", []),
            ["SOCIETY_CANCELLED"] = value => new("SOCIETY_CANCELLED", [("society", value)]),
            ["POST_OUTSIDE_TERM"] = value => new("SP-IMPORT-186", [("value", value)]),
            ["CODE_DIFFERS"] = value => new("SP-IMPORT-187", [("value", value)]),
            ["REFERENCE_IS_IDENTITY_NUMBER"] = _ => new("SP-IMPORT-188", []),
            ["DAYS_DIFFER"] = value => new("SP-IMPORT-181", [("value", value)]),
        };
}
