using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>Every problem that an import can name, in the order in which the stages find them.</summary>
public static partial class Problems
{
    // The file.
    public static ImportProblem FileMissing(string path) => new("SP-IMPORT-001", [("path", path)]);

    public static ImportProblem IsFolder(string path) => new("SP-IMPORT-002", [("path", path)]);

    public static ImportProblem Unreadable(string path, string reason) => new("SP-IMPORT-003", [("path", path), ("reason", reason)]);

    public static ImportProblem TooLarge(long bytesMax) => new("SP-IMPORT-004", [("bytesMax", bytesMax)]);

    public static ImportProblem Empty() => new("SP-IMPORT-005", []);

    public static ImportProblem WideEncoding(string encoding) => new("SP-IMPORT-006", [("encoding", encoding)]);

    /// <param name="kind">Which file it is, by its sentence: <c>File.Zip</c>.</param>
    public static ImportProblem Binary(string kind) =>
        new("SP-IMPORT-007", [("what", new Sentence(kind, [])), ("todo", new Sentence(kind + ":todo", []))]);

    public static ImportProblem HasNul(int byteNumber) => new("SP-IMPORT-007.Nul", [("byte", byteNumber)]);

    public static ImportProblem NotUtf8(long byteOffset, byte value) =>
        new("SP-IMPORT-008", [("byte", byteOffset + 1), ("value", $"{value:X2}")]);

    public static ImportProblem LostCharacter() => new("SP-IMPORT-009", []);

    public static ImportProblem NeitherFormat() => new("SP-IMPORT-010", []);

    // The header block.
    public static ImportProblem HeaderMissing(string key) => new("SP-IMPORT-011", [("meaning", HeaderKeys.Meaning(key)), ("key", key)]);

    public static ImportProblem HeaderUnknown(string key) => new("SP-IMPORT-012", [("key", key), ("keys", HeaderKeys.All)]);

    public static ImportProblem HeaderTwice(string key, int firstLine) => new("SP-IMPORT-013", [("key", key), ("firstLine", firstLine)]);

    public static ImportProblem HeaderValue(string key, string value) =>
        new(
            "SP-IMPORT-014",
            [
                ("meaning", HeaderKeys.Meaning(key)),
                ("value", value),
                ("key", key),
                ("expected", new Sentence($"HeaderKey.{key}:expected", [])),
            ]
        );

    public static ImportProblem HeaderLate(string key) => new("SP-IMPORT-015", [("key", key)]);

    // The list.
    public static ImportProblem TooManyEntries(int max) => new("SP-IMPORT-020", [("max", max)]);

    public static ImportProblem UnknownCategory(string value) => new("SP-IMPORT-021", [("value", value)]);

    public static ImportProblem HeadingTwice(string category, int firstLine) =>
        new("SP-IMPORT-022", [("category", category), ("firstLine", firstLine)]);

    public static ImportProblem BeforeHeading(string text) => new("SP-IMPORT-023", [("text", text)]);

    public static ImportProblem NoEnding(string name) => new("SP-IMPORT-024", [("name", name)]);

    public static ImportProblem OnlyEnding(string name) => new("SP-IMPORT-025", [("name", name)]);

    public static ImportProblem BranchTwice(string name, int firstLine) => new("SP-IMPORT-026", [("name", name), ("firstLine", firstLine)]);

    public static ImportProblem RunTogether(string name) => new("SP-IMPORT-027", [("name", name)]);

    public static ImportProblem MarkAlone(string mark) => new("SP-IMPORT-028", [("mark", mark)]);

    public static ImportProblem NameTooLong(string name, int max) => new("SP-IMPORT-029.TooLong", [("name", name), ("max", max)]);

    /// <param name="bad">Its place among the characters of the name, from 1.</param>
    public static ImportProblem NameHasUnseen(string name, (int Place, int CodePoint) bad) =>
        new("SP-IMPORT-029.Unseen", [("name", name), ("place", bad.Place), ("codePoint", $"{bad.CodePoint:X4}")]);

    public static ImportProblem SocietiesNeeded(string name) => new("SP-IMPORT-041", [("name", name)]);

    public static ImportProblem NoEntries() => new("SP-IMPORT-030", []);

    public static ImportProblem ColumnMissing(string columns, string found) =>
        new("SP-IMPORT-031", [("found", found), ("columns", columns)]);

    public static ImportProblem ColumnUnknown(string column) => new("SP-IMPORT-032", [("column", column)]);

    public static ImportProblem BrokenQuotes() => new("SP-IMPORT-033", []);

    public static ImportProblem FieldCount(int found, int expected) => new("SP-IMPORT-034", [("found", found), ("expected", expected)]);

    public static ImportProblem BadStatus(string value) => new("SP-IMPORT-035", [("value", value)]);

    public static ImportProblem BadDate(string column, string value) => new("SP-IMPORT-036", [("column", column), ("value", value)]);

    public static ImportProblem BadForm(string value) => new("SP-IMPORT-037", [("value", value)]);

    public static ImportProblem BranchMissing() => new("SP-IMPORT-038", []);

    public static ImportProblem StatedTwice(string category) => new("SP-IMPORT-039", [("category", category)]);

    public static ImportProblem TooManyProblems(int max) => new("SP-IMPORT-040", [("max", max)]);
}
