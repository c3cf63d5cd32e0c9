using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// What a row's texts do not mean, or lack, by the word with which <c>Sql/Sheets</c> reports it. What is refused for a rule's sake stands
/// in <c>api/Rules</c>: SQL reads the facts and <see cref="SheetRules"/> asks, or SQL finds what a constraint of the database would
/// refuse and reports its name.
/// </summary>
internal static class SheetConflicts
{
    public static IReadOnlyDictionary<string, Func<string, ImportProblem>> All { get; } =
        new Dictionary<string, Func<string, ImportProblem>>
        {
            ["UNKNOWN"] = value => new("SP-IMPORT-141", [("value", value)]),
            ["DISCIPLINE_UNKNOWN"] = value => new("SP-IMPORT-141.Discipline", [("value", value)]),
            ["AMBIGUOUS"] = value => new("SP-IMPORT-142", [("value", value)]),
            ["REGION_UNKNOWN"] = value => new("SP-IMPORT-143", [("value", value)]),
            ["SAME_THING"] = value => new("SP-IMPORT-145", [("value", value)]),
            ["ALIAS_TAKEN"] = value => new("SP-IMPORT-146", [("value", value)]),
            ["SOCIETY_NEEDED"] = _ => new("SP-IMPORT-147", []),
            ["FORM_NEEDED"] = _ => new("SP-IMPORT-148", []),
            ["PERSON_NEW"] = value => new("SP-IMPORT-158", [("value", value)]),
            ["PERSON_OF_POST"] = value => new("SP-IMPORT-158.Post", [("value", value)]),
            ["TERM_NEEDED"] = _ => new("SP-IMPORT-160", []),
            ["NAME_DIFFERS"] = value => new("SP-IMPORT-161", [("value", value)]),
            ["MEMBER_ELSEWHERE"] = _ => new("SP-IMPORT-162", []),
            ["AFFILIATION_NEEDS_DATE"] = value => new("SP-IMPORT-167", [("value", value)]),
            ["DAY_NEEDED"] = _ => new("SP-IMPORT-170", []),
            ["ATTENDANCE_NOT_HELD"] = _ => new("SP-IMPORT-175.Attendance", []),
            ["TERM_OF_NO_COUNCIL"] = value => new("SP-IMPORT-157", [("value", EnumWords.OfName(value, "Post"))]),
            ["NOT_HELD"] = _ => new("SP-IMPORT-175", []),
            ["NO_ROUND"] = value => new("SP-IMPORT-176", [("value", value)]),
            ["ITEM_UNKNOWN"] = value => new("SP-IMPORT-180", [("value", value)]),
            ["CODE_DIFFERS"] = value => new("SP-IMPORT-187", [("value", value)]),
            ["DAYS_DIFFER"] = value => new("SP-IMPORT-181", [("value", value)]),
        };

    /// <summary>
    /// What a constraint refuses, as a mutation that runs into it says it.
    /// </summary>
    /// <param name="value">With whom or what the row collides; empty: with nothing.</param>
    public static ImportProblem OfConstraint(ConstraintError constraint, string value) =>
        new(constraint.Breach) { CollidesWith = value.Length > 0 ? value : null };
}
