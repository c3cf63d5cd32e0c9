namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a sheet's row can contradict in the graph, by the word with which <c>Sql/Sheets</c> reports it.</summary>
internal static class SheetConflicts
{
    public static IReadOnlyDictionary<string, Func<string, ImportProblem>> All { get; } =
        new Dictionary<string, Func<string, ImportProblem>>
        {
            ["UNKNOWN"] = value =>
                new(
                    "SP-IMPORT-141",
                    $"The committee has no \"{value}\".",
                    "a name, alias or code that the graph knows",
                    "Correct the name; import the sheet that adds it first."
                ),
            ["AMBIGUOUS"] = value =>
                new(
                    "SP-IMPORT-142",
                    $"\"{value}\" means several things in the committee.",
                    "a name, alias or code of one",
                    "Write the full name or the credit code."
                ),
            ["REGION_UNKNOWN"] = value =>
                new(
                    "SP-IMPORT-143",
                    $"The graph has no region {value}.",
                    "the GB/T 2260 code of a region in the graph",
                    "Correct the code."
                ),
            ["CODE_TAKEN"] = value =>
                new(
                    "SP-IMPORT-144",
                    $"The credit code belongs to \"{value}\".",
                    "a code of its own for everybody",
                    "Correct the code; if the name has changed, add the new one to the aliases of the old."
                ),
            ["CODE_FAILS"] = value =>
                new(
                    "SP-IMPORT-131",
                    $"The check character of \"{value}\" is wrong.",
                    "a code that GB 32100-2015 accepts",
                    "Correct the code; if it is right although it fails, say why in the column 代码校验例外说明."
                ),
            ["SAME_THING"] = value =>
                new(
                    "SP-IMPORT-145",
                    $"The row means the same as the one at {value}, by an alias or a code.",
                    "each once",
                    "Delete one of the two rows."
                ),
            ["ALIAS_TAKEN"] = value =>
                new("SP-IMPORT-146", $"The alias is the name of \"{value}\".", "an alias that means one society", "Delete the alias."),
            ["SOCIETY_NEEDED"] = _ =>
                new("SP-IMPORT-147", "A new party organization needs its society.", "a society of the committee", "Fill in the column."),
            ["FORM_NEEDED"] = _ =>
                new(
                    "SP-IMPORT-148",
                    "Neither the column nor the name's ending tells the form.",
                    RosterWords.FormsExpected,
                    "Fill in the column."
                ),
            ["STATUS_GOES_BACK"] = value =>
                new(
                    "SP-IMPORT-149",
                    $"The status cannot go back from {value}.",
                    "PROPOSED, then ESTABLISHED, then DISSOLVED",
                    "Correct the status, or leave it empty."
                ),
            ["STATUS_NEEDS_DATE"] = value =>
                new(
                    "SP-IMPORT-150",
                    $"The status changes from {value}, and nothing says when.",
                    "the first day of the new status",
                    "Fill in the day."
                ),
            ["STATUS_TOO_EARLY"] = value =>
                new("SP-IMPORT-151", $"The status would begin before its last change on {value}.", "a day after it", "Correct the day."),
            ["CATEGORY_NEEDS_DATE"] = value =>
                new(
                    "SP-IMPORT-152",
                    $"The category changes from {value}, and nothing says when.",
                    "the first day in the new category",
                    "Fill in the day."
                ),
            ["CATEGORY_TOO_EARLY"] = value =>
                new(
                    "SP-IMPORT-153",
                    $"The category would begin before its last change on {value}.",
                    "a day after it",
                    "Correct the day; the past is changed with the mutation."
                ),
            ["LEAD_TAKEN"] = value =>
                new(
                    "SP-IMPORT-154",
                    $"\"{value}\" leads the society on some of the days.",
                    "one leading unit on a day",
                    "Write 否, or end the other's time first."
                ),
            ["PERIOD_OVERLAPS"] = value =>
                new(
                    "SP-IMPORT-155",
                    $"The graph has it {value} already, on some of the same days.",
                    "times that do not overlap",
                    "Correct the days."
                ),
            ["PLACE_NEEDED"] = value =>
                new("SP-IMPORT-156", $"The post {value} needs this column filled in.", "a place that fits the post", "Fill in the column."),
            ["PLACE_DIFFERS"] = value =>
                new(
                    "SP-IMPORT-157",
                    $"The post {value} is not held in such a place.",
                    "an empty cell",
                    "Empty the cell, or correct the post."
                ),
            ["PERSON_NEW"] = value =>
                new(
                    "SP-IMPORT-158",
                    $"The person {value} is not known.",
                    "a reference that is known, or the name of a new person",
                    "Correct the reference, or fill in the name."
                ),
            ["POST_TAKEN"] = value =>
                new(
                    "SP-IMPORT-159",
                    $"{value} holds the post on some of the days.",
                    "one holder on a day",
                    "End the other's time first, or correct the days."
                ),
            ["TERM_NEEDED"] = _ =>
                new(
                    "SP-IMPORT-160",
                    "The council has no term on that day.",
                    "a day within a council's term",
                    "Correct the day, or add the term first."
                ),
            ["NAME_DIFFERS"] = value =>
                new(
                    "SP-IMPORT-161",
                    $"The graph has another name for the person {value}.",
                    "the same name, or an empty cell",
                    "Correct the reference or the name."
                ),
            ["MEMBER_ELSEWHERE"] = _ =>
                new(
                    "SP-IMPORT-162",
                    "The member belongs to another party organization.",
                    "the organization that the graph has",
                    "Correct the organization; a member moves by a transfer, one by one."
                ),
            ["PERSON_IS_APPLICANT"] = _ =>
                new("SP-IMPORT-163", "The person is an applicant.", "a member or an applicant", "Develop the applicant with the mutation."),
            ["BRANCH_DISSOLVED"] = value =>
                new("SP-IMPORT-164", $"\"{value}\" is dissolved.", "an organization that exists", "Correct the organization."),
            ["STATUS_BEFORE_JOINING"] = _ =>
                new(
                    "SP-IMPORT-165",
                    "The status begins before the person joined the party.",
                    "a day from joining on",
                    "Correct one of the two days."
                ),
            ["AFFILIATION_TWICE"] = _ =>
                new("SP-IMPORT-166", "A member has one affiliation (002 §5).", "one of the three columns filled in", "Empty the others."),
            ["AFFILIATION_NEEDS_DATE"] = value =>
                new(
                    "SP-IMPORT-167",
                    $"The affiliation changes, and not after {value}.",
                    "a first day after the last change",
                    "Fill in or correct the day."
                ),
            ["CATEGORY_FORBIDS"] = value =>
                new(
                    "SP-IMPORT-168",
                    $"A branch of category {value} may not convert probationary members (000 §三).",
                    "a branch whose category allows it",
                    "Leave the status out; the organization that has the affiliation decides."
                ),
            ["PROBATION_NOT_OVER"] = value =>
                new(
                    "SP-IMPORT-169",
                    $"The probation is over on {value} (党章第七条).",
                    "a day from then on",
                    "Correct the day, or leave the status."
                ),
            ["DAY_NEEDED"] = _ =>
                new(
                    "SP-IMPORT-170",
                    "An activity was planned for a day or held on one.",
                    "one of the two days",
                    "Fill in the planned day or the day it was held."
                ),
            ["BRANCH_NOT_ESTABLISHED"] = value =>
                new(
                    "SP-IMPORT-171",
                    $"The organization is {value} (004 组织建设-2).",
                    "an established organization",
                    "Correct the organization."
                ),
            ["ATTENDANCE_INCOMPLETE"] = _ =>
                new(
                    "SP-IMPORT-172",
                    "Attendance is two numbers or none.",
                    "both numbers, of an activity that was held",
                    "Fill in the other number, or empty this one."
                ),
            ["ATTENDANCE_EXCEEDS_EXPECTED"] = value =>
                new(
                    "SP-IMPORT-173",
                    $"More came than the {value} expected (004 组织建设-2).",
                    "a number from 0 to those expected",
                    "Correct one of the two numbers."
                ),
            ["HELD_ALREADY"] = value =>
                new(
                    "SP-IMPORT-174",
                    $"It was recorded as held on {value} (004 组织建设-2).",
                    "what was recorded",
                    "Correct the row; what was recorded stays."
                ),
            ["NOT_HELD"] = _ =>
                new("SP-IMPORT-175", "What was not held has no record.", "否, or a day on which it was held", "Correct one of the two."),
            ["NO_ROUND"] = value =>
                new(
                    "SP-IMPORT-176",
                    $"The branch has no assessment in {value}.",
                    "a year whose round is open",
                    "Correct the year; open the round first."
                ),
            ["WRONG_STAGE"] = value =>
                new(
                    "SP-IMPORT-177",
                    $"The branch's assessment is {value} (004 第六条（一）).",
                    "SELF: a branch rates itself first",
                    "Leave it; later stages are decided one by one."
                ),
            ["SCORE_EXCEEDS_MAXIMUM"] = value =>
                new(
                    "SP-IMPORT-178",
                    $"The item gives at most {value} points (004 第五条).",
                    $"a score from 0 to {value}",
                    "Correct the score."
                ),
            ["ITEM_NOT_SCORED"] = value =>
                new(
                    "SP-IMPORT-179",
                    $"The branch has no score for {value} (004 第五条).",
                    "a row for each item but the debrief's",
                    "Add the rows."
                ),
            ["ITEM_UNKNOWN"] = value =>
                new(
                    "SP-IMPORT-180",
                    $"The year's scheme has no item \"{value}\" (004 第五条).",
                    "an item's code or its text",
                    "Correct the item."
                ),
            ["JOINT_BRANCH_SOCIETIES"] = value =>
                new(
                    "SP-IMPORT-182",
                    $"{value} societies do not fit the form (002 §3).",
                    "two or more for a joint branch, one for any other form",
                    "Correct the form or the societies."
                ),
            ["SOCIETY_HAS_BRANCH"] = value =>
                new(
                    "SP-IMPORT-183",
                    $"The society has \"{value}\" of that form already (002 §3).",
                    "one organization of a form for a society",
                    "Correct the name, or dissolve the other first."
                ),
            ["SOCIETY_CANCELLED"] = value =>
                new("SP-IMPORT-184", $"\"{value}\" is cancelled.", "a society that exists", "Correct the society."),
            ["POST_NEEDS_PARTY_MEMBER"] = value =>
                new(
                    "SP-IMPORT-185",
                    $"The post is for party members, and {value} is not one (002 §3).",
                    "a party member",
                    "Import the member first, or correct the reference."
                ),
            ["POST_OUTSIDE_TERM"] = value =>
                new(
                    "SP-IMPORT-186",
                    $"The post lies outside of the council's term {value}.",
                    "days within the term",
                    "Correct the days or the term."
                ),
            ["CODE_DIFFERS"] = value =>
                new(
                    "SP-IMPORT-187",
                    $"Another row gives the unit the credit code {value}.",
                    "one code for one unit",
                    "Correct one of the two; two units have two names or regions."
                ),
            ["REFERENCE_IS_IDENTITY_NUMBER"] = _ =>
                new(
                    "SP-IMPORT-188",
                    "An identity number is never kept here.",
                    "a reference that was made up",
                    "Give the person another reference."
                ),
            ["DAYS_DIFFER"] = value =>
                new(
                    "SP-IMPORT-181",
                    $"Another row of the branch says {value}.",
                    "one day for all items of a branch",
                    "Correct one of the two."
                ),
        };
}
