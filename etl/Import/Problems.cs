namespace SocietyParty.Etl.Import;

/// <summary>Every problem that an import can name, in the order in which the stages find them.</summary>
public static partial class Problems
{
    // The file.
    public static ImportProblem FileMissing(string path) =>
        new(
            "SP-IMPORT-001",
            $"There is no file {path}.",
            "the path of a file that exists",
            "Check the path; a relative path starts in the current folder."
        );

    public static ImportProblem IsFolder(string path) =>
        new(
            "SP-IMPORT-002",
            $"{path} is a folder.",
            "one CSV file or one text file",
            "Name the file in the folder; each file is an import of its own."
        );

    public static ImportProblem Unreadable(string path, string reason) =>
        new(
            "SP-IMPORT-003",
            $"{path} cannot be read: {reason}",
            "a file that this user may read",
            "Check the file's permissions and that no other program holds it."
        );

    public static ImportProblem TooLarge(long bytesMax) =>
        new(
            "SP-IMPORT-004",
            $"The file has more than {bytesMax} bytes.",
            $"at most {bytesMax} bytes (FileBytesMax)",
            "Import one committee's list at a time."
        );

    public static ImportProblem Empty() =>
        new(
            "SP-IMPORT-005",
            "The file is empty.",
            "a list of branches",
            "Check that the file was saved; schema/samples/README.md shows both formats."
        );

    public static ImportProblem WideEncoding(string encoding, string fileName) =>
        new(
            "SP-IMPORT-006",
            $"The file is encoded in {encoding}.",
            "UTF-8, with or without a byte order mark",
            Convert(encoding, fileName)
        );

    public static ImportProblem Binary(string what, string hint) =>
        new("SP-IMPORT-007", $"The file is {what}, not text.", "a CSV file or plain text in UTF-8", hint);

    public static ImportProblem NotUtf8(long byteOffset, byte value, string? guess, string fileName) =>
        new(
            "SP-IMPORT-008",
            $"Byte {byteOffset + 1} (0x{value:X2}) is not UTF-8{(guess is null ? "." : $"; the file looks like {guess}.")}",
            "UTF-8, with or without a byte order mark",
            Convert(guess ?? "GB18030", fileName)
        );

    public static ImportProblem LostCharacter() =>
        new(
            "SP-IMPORT-009",
            "The character U+FFFD stands where an earlier conversion lost one.",
            "the characters as published",
            "Convert the original file again, from the encoding that it really has."
        );

    public static ImportProblem NeitherFormat() =>
        new(
            "SP-IMPORT-010",
            "The file is neither a CSV list nor a published annex.",
            "a CSV header row with the columns category and branch, or headings such as A 类党支部 (4 个):",
            "Add the header row or the headings; schema/samples/README.md shows both formats."
        );

    // The header block.
    public static ImportProblem HeaderMissing(string key) =>
        new(
            "SP-IMPORT-011",
            $"The {HeaderKeys.Meaning(key)} is missing.",
            $"a header line \"# {key}: …\" or the option --{key}",
            $"Add the line \"# {key}: …\" at the top of the file, or pass --{key} \"…\"."
        );

    public static ImportProblem HeaderUnknown(string key) =>
        new(
            "SP-IMPORT-012",
            $"The header line has the unknown key \"{key}\".",
            string.Join(", ", HeaderKeys.All),
            "Correct the key; write a remark as \"## …\"."
        );

    public static ImportProblem HeaderTwice(string key, int firstLine) =>
        new(
            "SP-IMPORT-013",
            $"The header key \"{key}\" was given on line {firstLine} already.",
            "each key once",
            "Delete one of the two lines."
        );

    public static ImportProblem HeaderValue(string key, string value, string expected) =>
        new(
            "SP-IMPORT-014",
            $"The {HeaderKeys.Meaning(key)} \"{value}\" is not valid.",
            expected,
            $"Correct the line \"# {key}: …\" or the option --{key}."
        );

    public static ImportProblem HeaderLate(string key) =>
        new(
            "SP-IMPORT-015",
            $"The header line \"# {key}\" stands inside the list.",
            "header lines before the first line of the list",
            "Move the line to the top of the file."
        );

    // The list.
    public static ImportProblem TooManyEntries(int max) =>
        new(
            "SP-IMPORT-020",
            $"The list has more than {max} entries.",
            $"at most {max} entries (EntriesMax)",
            "Import one committee's list at a time."
        );

    public static ImportProblem UnknownCategory(string value) =>
        new("SP-IMPORT-021", $"The category \"{value}\" is not known.", RosterWords.CategoriesExpected, "Correct the category (000 §二).");

    public static ImportProblem HeadingTwice(string category, int firstLine) =>
        new(
            "SP-IMPORT-022",
            $"The heading of category {category} stood on line {firstLine} already.",
            "one heading for each category",
            "Put the branches of both headings under one, with one number."
        );

    public static ImportProblem BeforeHeading(string text) =>
        new(
            "SP-IMPORT-023",
            $"\"{text}\" stands before the first heading.",
            "a heading such as A 类党支部 (4 个): first",
            "Add the heading, or delete what is not part of the list."
        );

    public static ImportProblem NoEnding(string name) =>
        new(
            "SP-IMPORT-024",
            $"The name \"{name}\" does not end like the name of a party organization.",
            RosterWords.EndingsExpected,
            "Complete the name; the marks (推进中), (已成立) and (已撤销) may follow it, and a name has no white space inside."
        );

    public static ImportProblem OnlyEnding(string name) =>
        new(
            "SP-IMPORT-025",
            $"The name \"{name}\" has nothing before its ending.",
            "the society's name before the ending",
            "Complete the name."
        );

    public static ImportProblem BranchTwice(string name, int firstLine) =>
        new(
            "SP-IMPORT-026",
            $"The branch \"{name}\" was listed on line {firstLine} already.",
            "each branch once",
            "Delete one of the two entries."
        );

    public static ImportProblem RunTogether(string name) =>
        new(
            "SP-IMPORT-027",
            $"\"{name}\" looks like several names.",
            "names separated by white space or line breaks",
            "Put white space between the names, and no other separator."
        );

    public static ImportProblem MarkAlone(string mark) =>
        new(
            "SP-IMPORT-028",
            $"The mark {mark} does not follow a name.",
            "one mark directly after the name that it belongs to",
            "Move or delete the mark."
        );

    public static ImportProblem BadName(string name, string why) =>
        new("SP-IMPORT-029", $"The name \"{name}\" {why}.", "a name as published, on one line", "Correct the name.");

    public static ImportProblem NoEntries() =>
        new("SP-IMPORT-030", "The list has no entries.", "at least one branch", "Check that the whole list was copied.");

    public static ImportProblem ColumnMissing(string columns, string found) =>
        new(
            "SP-IMPORT-031",
            $"Missing in the header row \"{found}\": {columns}.",
            RosterCsvFormat.ColumnsExpected,
            "Add what is missing; columns are separated by commas."
        );

    public static ImportProblem ColumnUnknown(string column) =>
        new(
            "SP-IMPORT-032",
            $"The column \"{column}\" is unknown or stands there twice.",
            RosterCsvFormat.ColumnsExpected,
            "Correct or delete the column; nothing is left out silently."
        );

    public static ImportProblem BrokenQuotes() =>
        new(
            "SP-IMPORT-033",
            "A quotation mark is not closed on its line, or stands inside a value.",
            "\"…\" around a whole value, and \"\" for a mark inside it",
            "Close, double or delete the quotation mark."
        );

    public static ImportProblem FieldCount(int found, int expected) =>
        new(
            "SP-IMPORT-034",
            $"The row has {found} fields.",
            $"{expected} fields, as the header row has columns",
            "Add or delete a comma; quote a value that contains one."
        );

    public static ImportProblem BadStatus(string value) =>
        new(
            "SP-IMPORT-035",
            $"The status \"{value}\" is not known.",
            RosterWords.StatusesExpected,
            "Correct the status, or leave the field empty for ESTABLISHED."
        );

    public static ImportProblem BadDate(string column, string value) =>
        new(
            "SP-IMPORT-036",
            $"The {column} \"{value}\" is not a date.",
            "a date such as 2022-05-31",
            "Write the date as year-month-day, or leave the field empty."
        );

    public static ImportProblem BadForm(string value) =>
        new(
            "SP-IMPORT-037",
            $"The form \"{value}\" is not known.",
            RosterWords.FormsExpected,
            "Correct the form, or leave the field empty."
        );

    public static ImportProblem BranchMissing() =>
        new(
            "SP-IMPORT-038",
            "The row has no branch.",
            "the branch's name as published in the column branch",
            "Fill in the name, or delete the row."
        );

    public static ImportProblem StatedTwice(string category) =>
        new(
            "SP-IMPORT-039",
            $"The number of category {category} is stated in the heading and in the header block.",
            "one number for each category",
            "Delete it from the line \"# stated: …\"."
        );

    public static ImportProblem TooManyProblems(int max) =>
        new(
            "SP-IMPORT-040",
            $"The file has more than {max} problems; the rest is not shown.",
            "a list",
            "Mend the first ones and import again."
        );

    private static string Convert(string encoding, string fileName)
    {
        var name = fileName.Contains(' ', StringComparison.Ordinal) ? $"'{fileName}'" : fileName;
        return $"Save the file as UTF-8, or convert it: iconv -f {encoding} -t UTF-8 {name} > list-utf8{Path.GetExtension(fileName)}";
    }
}
