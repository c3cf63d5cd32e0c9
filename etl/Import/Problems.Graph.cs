namespace SocietyParty.Etl.Import;

/// <content>What contradicts that which the graph already holds.</content>
public static partial class Problems
{
    public static ImportProblem RegionUnknown(string code) =>
        new(
            "SP-IMPORT-050",
            $"The graph has no region {code}.",
            "the GB/T 2260 code of a region in graph.region",
            "Correct the region, or add it to graph.region."
        );

    public static ImportProblem DocumentDiffers(string what, string known, string given) =>
        new(
            "SP-IMPORT-051",
            $"The document's {what} is \"{known}\" in the graph and \"{given}\" here.",
            "the same document as before, or another number",
            $"Correct the {what}, or the document's number if another document is meant."
        );

    public static ImportProblem CategoryNeedsDate(string name, string before, string after) =>
        new(
            "SP-IMPORT-052",
            $"\"{name}\" changes from category {before} to {after}, and nothing says when.",
            "the day of issue of the list's document",
            "Pass --issued-on YYYY-MM-DD, or add the line \"# issued-on: …\" at the top of the file."
        );

    public static ImportProblem StatusNeedsDate(string name, string before, string after) =>
        new(
            "SP-IMPORT-053",
            $"\"{name}\" changes from {before} to {after}, and nothing says when.",
            "the first day of the new status, or the document's day of issue",
            "Fill in the column status_since, or pass --issued-on YYYY-MM-DD."
        );

    public static ImportProblem StatusGoesBack(string name, string before, string after) =>
        new(
            "SP-IMPORT-054",
            $"\"{name}\" cannot go from {before} back to {after}.",
            "PROPOSED, then ESTABLISHED, then DISSOLVED",
            "Check the list's mark or status; if an older list is meant, give its day of issue."
        );

    public static ImportProblem StatusTooEarly(string name, string date, string known) =>
        new(
            "SP-IMPORT-055",
            $"The status of \"{name}\" would begin on {date}, before its last change on {known}.",
            $"a day from {known} on",
            "Correct the column status_since, or the document's day of issue."
        );

    public static ImportProblem AliasAmbiguous(string society) =>
        new(
            "SP-IMPORT-056",
            $"\"{society}\" is an alias of several societies of this committee.",
            "an alias of one society",
            "Name the society in the column society, or delete an alias."
        );

    public static ImportProblem SameBranch(string name, int firstLine) =>
        new(
            "SP-IMPORT-057",
            $"\"{name}\" and the entry on line {firstLine} are the same branch, by an alias of its society.",
            "each branch once",
            "Delete one of the two entries, or the alias."
        );

    public static ImportProblem SameDayDiffers(string name, string before, string after, string date) =>
        new(
            "SP-IMPORT-058",
            $"\"{name}\" is in category {after} here, and in {before} by another document of {date}.",
            "one category for each day",
            "Correct the day of issue, or the category in one of the lists."
        );

    public static ImportProblem OtherCommittee(string committee) =>
        new(
            "SP-IMPORT-059",
            $"The document's list of this title belongs to the committee \"{committee}\".",
            "one committee for each list",
            "Correct the committee, the region or the title."
        );

    public static ImportProblem Busy(string waited) =>
        new("SP-IMPORT-060", $"Another import has been running for {waited}.", "one import at a time", "Try again when it has ended.");
}
