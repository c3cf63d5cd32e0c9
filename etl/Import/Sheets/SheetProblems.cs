using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Every problem that the import of a sheet can name, in the order in which the stages find them.</summary>
public static class SheetProblems
{
    // The file.
    /// <param name="kind">Which file it is, by its sentence: <c>File.Pdf</c>.</param>
    public static ImportProblem NeitherFormat(string kind) => new("SP-IMPORT-101", [("what", new Sentence(kind, []))]);

    public static ImportProblem BrokenWorkbook() => new("SP-IMPORT-102", []);

    /// <param name="limit">The limit's name, which is its sentence's, too: <c>Limit.RowsMax</c>.</param>
    public static ImportProblem TooMuch(string limit, long max) =>
        new("SP-IMPORT-103", [("max", max), ("what", new Sentence($"Limit.{limit}", [])), ("limit", limit)]);

    public static ImportProblem NoText() => new("SP-IMPORT-104", []);

    public static ImportProblem BrokenQuotes() => new("SP-IMPORT-105", []);

    public static ImportProblem NoRows() => new("SP-IMPORT-106", []);

    // The header row.
    public static ImportProblem Merged(string range) => new("SP-IMPORT-110", [("range", range)]);

    public static ImportProblem HeaderTwice(string header, string first) => new("SP-IMPORT-112", [("header", header), ("first", first)]);

    public static ImportProblem HeaderMissing(string header) => new("SP-IMPORT-113", [("header", header)]);

    public static ImportProblem WithoutHeader(string value) => new("SP-IMPORT-114", [("value", value)]);

    // A cell.
    public static ImportProblem Missing(string header) => new("SP-IMPORT-120", [("header", header)]);

    public static ImportProblem TooLong(int length, int max) => new("SP-IMPORT-121", [("length", length), ("max", max)]);

    public static ImportProblem BadDate(string value) => new("SP-IMPORT-122", [("value", value)]);

    public static ImportProblem BadInteger(string value) => new("SP-IMPORT-123.Integer", [("value", value)]);

    public static ImportProblem BadDecimal(string value, int decimals) =>
        new("SP-IMPORT-123.Decimal", [("value", value), ("decimals", decimals)]);

    public static ImportProblem OutOfRange(string value, decimal min, decimal max) =>
        new("SP-IMPORT-124", [("value", value), ("min", Plain(min)), ("max", Plain(max))]);

    public static ImportProblem NotAllowed(string value, string allowed) => new("SP-IMPORT-125", [("value", value), ("allowed", allowed)]);

    /// <param name="bad">Its place among the characters of the text, from 1.</param>
    public static ImportProblem BadCharacter((int Place, int CodePoint) bad) =>
        new("SP-IMPORT-126", [("place", bad.Place), ("codePoint", $"{bad.CodePoint:X4}")]);

    public static ImportProblem LostDigits(string value) => new("SP-IMPORT-127", [("value", value)]);

    public static ImportProblem ErrorValue(string value) => new("SP-IMPORT-128", [("value", value)]);

    public static ImportProblem NotCalculated() => new("SP-IMPORT-129", []);

    public static ImportProblem BadCreditCode(string value) => new("SP-IMPORT-130", [("value", value)]);

    public static ImportProblem Twice(string columns, object first) => new("SP-IMPORT-132", [("columns", columns), ("first", first)]);

    public static ImportProblem ItemTwice(string item) => new("SP-IMPORT-133", [("item", item)]);

    public static ImportProblem PeriodReversed(string from, string to) => new("SP-IMPORT-134", [("to", to), ("from", from)]);

    public static ImportProblem BadRegion(string value) => new("SP-IMPORT-135", [("value", value)]);

    // What the graph says.
    public static ImportProblem CommitteeUnknown(string given, IReadOnlyList<string> known, bool isSeveral) =>
        known.Count == 0 ? new("SP-IMPORT-140.None", [])
        : given.Length == 0 ? new("SP-IMPORT-140.Missing", [("known", known)])
        : new(isSeveral ? "SP-IMPORT-140.Several" : "SP-IMPORT-140.Unknown", [("given", given), ("known", known)]);

    public static ImportProblem Unresolved(string code, string value) =>
        SheetConflicts.All.TryGetValue(code, out var describe) ? describe(value)
        : ConstraintErrors.All.TryGetValue(code, out var constraint) ? SheetConflicts.OfConstraint(constraint, value)
        : throw new InvalidOperationException($"an import's SQL found the unknown problem {code}");

    public static ImportProblem Refused(string constraint, string message) =>
        ConstraintErrors.All.TryGetValue(constraint, out var known)
            ? new(known.Breach)
            : new("SP-IMPORT-190", [("message", message), ("constraint", constraint)]);

    public static ImportProblem OutOfSight => new("SP-IMPORT-191", []);

    public static ImportProblem MoreProblems(int count) => new("SP-IMPORT-199", [("count", count)]);

    private static string Plain(decimal number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
