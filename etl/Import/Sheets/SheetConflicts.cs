namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a sheet's row can contradict in the graph, by the word with which <c>Sql/Sheets</c> reports it.</summary>
internal static class SheetConflicts
{
    public static IReadOnlyDictionary<string, Func<string, ImportProblem>> All { get; } = new Dictionary<string, Func<string, ImportProblem>>
    {
        ["UNKNOWN"] = value => new("SP-IMPORT-141", $"The committee has no \"{value}\".", "a name, alias or code that the graph knows",
            "Correct the name; import the sheet that adds it first."),
        ["AMBIGUOUS"] = value => new("SP-IMPORT-142", $"\"{value}\" means several things in the committee.", "a name, alias or code of one",
            "Write the full name or the credit code."),
        ["REGION_UNKNOWN"] = value => new("SP-IMPORT-143", $"The graph has no region {value}.", "the GB/T 2260 code of a region in the graph", "Correct the code."),
        ["CODE_TAKEN"] = value => new("SP-IMPORT-144", $"The credit code belongs to \"{value}\".", "a code of its own for everybody",
            "Correct the code; if the name has changed, add the new one to the aliases of the old."),
        ["CODE_FAILS"] = value => new("SP-IMPORT-131", $"The check character of \"{value}\" is wrong.", "a code that GB 32100-2015 accepts",
            "Correct the code; if it is right although it fails, say why in the column 代码校验例外说明."),
        ["SAME_THING"] = value => new("SP-IMPORT-145", $"The row means the same as the one at {value}, by an alias or a code.", "each once", "Delete one of the two rows."),
        ["ALIAS_TAKEN"] = value => new("SP-IMPORT-146", $"The alias is the name of \"{value}\".", "an alias that means one society", "Delete the alias."),
        ["SOCIETY_NEEDED"] = _ => new("SP-IMPORT-147", "A new party organization needs its society.", "a society of the committee", "Fill in the column."),
        ["FORM_NEEDED"] = _ => new("SP-IMPORT-148", "Neither the column nor the name's ending tells the form.", RosterWords.FormsExpected, "Fill in the column."),
        ["STATUS_GOES_BACK"] = value => new("SP-IMPORT-149", $"The status cannot go back from {value}.", "PROPOSED, then ESTABLISHED, then DISSOLVED", "Correct the status, or leave it empty."),
        ["STATUS_NEEDS_DATE"] = value => new("SP-IMPORT-150", $"The status changes from {value}, and nothing says when.", "the first day of the new status", "Fill in the day."),
        ["STATUS_TOO_EARLY"] = value => new("SP-IMPORT-151", $"The status would begin before its last change on {value}.", "a day after it", "Correct the day."),
        ["CATEGORY_NEEDS_DATE"] = value => new("SP-IMPORT-152", $"The category changes from {value}, and nothing says when.", "the first day in the new category", "Fill in the day."),
        ["CATEGORY_TOO_EARLY"] = value => new("SP-IMPORT-153", $"The category would begin before its last change on {value}.", "a day after it", "Correct the day; the past is changed with the mutation."),
        ["LEAD_TAKEN"] = value => new("SP-IMPORT-154", $"\"{value}\" leads the society on some of the days.", "one leading unit on a day", "Write 否, or end the other's time first."),
        ["PERIOD_OVERLAPS"] = value => new("SP-IMPORT-155", $"The graph has it {value} already, on some of the same days.", "times that do not overlap", "Correct the days."),
        ["PLACE_NEEDED"] = value => new("SP-IMPORT-156", $"The post {value} needs this column filled in.", "a place that fits the post", "Fill in the column."),
        ["PLACE_DIFFERS"] = value => new("SP-IMPORT-157", $"The post {value} is not held in such a place.", "an empty cell", "Empty the cell, or correct the post."),
        ["PERSON_NEW"] = value => new("SP-IMPORT-158", $"The person {value} is not known.", "a reference that is known, or the name of a new person",
            "Correct the reference, or fill in the name."),
        ["POST_TAKEN"] = value => new("SP-IMPORT-159", $"{value} holds the post on some of the days.", "one holder on a day", "End the other's time first, or correct the days."),
        ["TERM_NEEDED"] = _ => new("SP-IMPORT-160", "The council has no term on that day.", "a day within a council's term", "Correct the day, or add the term first."),
        ["NAME_DIFFERS"] = value => new("SP-IMPORT-161", $"The graph has another name for the person {value}.", "the same name, or an empty cell", "Correct the reference or the name."),
    };
}
