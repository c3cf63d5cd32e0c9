namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Every problem that the import of a sheet can name, in the order in which the stages find them.</summary>
public static class SheetProblems
{
    // The file.
    public static ImportProblem NeitherFormat(string what) =>
        new(
            "SP-IMPORT-101",
            $"The file is {what}.",
            "a workbook (.xlsx) or a CSV file",
            "In the spreadsheet choose \"save as\" and the type .xlsx or CSV UTF-8; remove a password first."
        );

    public static ImportProblem BrokenWorkbook(string why) =>
        new(
            "SP-IMPORT-102",
            $"The workbook cannot be read: {why}",
            "an .xlsx file as a spreadsheet saves it",
            "Open it in the spreadsheet, save it again as .xlsx, and import that."
        );

    public static ImportProblem TooMuch(string limit, long max, string what) =>
        new(
            "SP-IMPORT-103",
            $"The file has more than {max} {what}.",
            $"at most {max} {what} ({limit})",
            "Divide the file, or delete what is not part of the list."
        );

    public static ImportProblem NoText() =>
        new(
            "SP-IMPORT-104",
            "The text is neither UTF-8 nor GB18030.",
            "a CSV file in UTF-8 or GB18030",
            "Save the file as CSV UTF-8, or import the workbook (.xlsx) itself."
        );

    public static ImportProblem BrokenQuotes() =>
        new(
            "SP-IMPORT-105",
            "A quotation mark is never closed, or stands inside a value.",
            "\"…\" around a whole value, and \"\" for a mark inside it",
            "Close, double or delete the quotation mark."
        );

    public static ImportProblem NoRows() =>
        new(
            "SP-IMPORT-106",
            "There is no row to import.",
            "a header row and at least one row below it, on a sheet that is not hidden",
            "Check that the right file was saved; unhide the sheet."
        );

    // The header row.
    public static ImportProblem Merged(string range) =>
        new(
            "SP-IMPORT-110",
            $"The cells {range} are merged.",
            "one header row at the top, and each value in a cell of its own",
            "Unmerge the cells; delete a title above the header row."
        );

    public static ImportProblem HeaderUnknown(string header, string known) =>
        new(
            "SP-IMPORT-111",
            $"The column \"{header}\" is not known.",
            known,
            "Correct or delete the column; nothing is left out silently."
        );

    public static ImportProblem HeaderTwice(string header, string first) =>
        new("SP-IMPORT-112", $"The column \"{header}\" stands at {first} already.", "each column once", "Delete one of the two columns.");

    public static ImportProblem HeaderMissing(string header, string kind) =>
        new(
            "SP-IMPORT-113",
            $"The column \"{header}\" is missing in the header row.",
            "every column that is needed, separated by commas in a CSV file",
            $"Delete a title above the headers. The template shows them: /templates/{kind}.xlsx of the service, or "
                + $"dotnet run --project etl -- template {kind} --output {kind}.xlsx"
        );

    public static ImportProblem WithoutHeader(string value) =>
        new(
            "SP-IMPORT-114",
            $"\"{value}\" stands in a column without a header.",
            "values below headers only",
            "Give the column its header, or delete the value; quote a CSV value with a comma."
        );

    // A cell.
    public static ImportProblem Missing(string header) =>
        new("SP-IMPORT-120", $"The {header} is missing.", "a value in every row", "Fill in the cell, or delete the row.");

    public static ImportProblem TooLong(int length, int max) =>
        new("SP-IMPORT-121", $"The value has {length} characters.", $"at most {max}", "Shorten the value.");

    public static ImportProblem BadDate(string value) =>
        new(
            "SP-IMPORT-122",
            $"\"{value}\" is not a day from 1900 to 2099.",
            "a day such as 2022-05-31, 2022/5/31 or 2022年5月31日, without a time",
            "Correct the day, or format the cell as a date."
        );

    public static ImportProblem BadNumber(string value, string expected) =>
        new("SP-IMPORT-123", $"\"{value}\" is not {expected}.", expected, "Correct the number; write no unit.");

    public static ImportProblem OutOfRange(string value, decimal min, decimal max) =>
        new("SP-IMPORT-124", $"{value} is out of range.", $"a number from {Plain(min)} to {Plain(max)}", "Correct the number.");

    public static ImportProblem NotAllowed(string value, string allowed) =>
        new(
            "SP-IMPORT-125",
            $"\"{value}\" is not one of the allowed values.",
            allowed,
            "Choose one of them; the template offers them as a list."
        );

    public static ImportProblem BadCharacter(int codePoint) =>
        new(
            "SP-IMPORT-126",
            $"The value contains the character U+{codePoint:X4}.",
            "text on one line, as published",
            "Delete the character; a lost one (U+FFFD) needs the original file."
        );

    public static ImportProblem LostDigits(string value) =>
        new(
            "SP-IMPORT-127",
            $"The long number {value} has lost digits in the spreadsheet.",
            "a long number as text",
            "Format the column as text, and enter the value again."
        );

    public static ImportProblem ErrorValue(string value) =>
        new("SP-IMPORT-128", $"The cell shows the error {value}.", "a value", "Mend the formula, or write the value instead of it.");

    public static ImportProblem NotCalculated() =>
        new(
            "SP-IMPORT-129",
            "The formula's value is not in the file, and formulas are never evaluated.",
            "a value",
            "Open and save the file in the spreadsheet, or write the value instead of the formula."
        );

    public static ImportProblem BadCreditCode(string value) =>
        new(
            "SP-IMPORT-130",
            $"\"{value}\" is not a unified social credit code.",
            "18 characters of 0-9, A-H, J-N, P-R, T, U, W, X, Y (GB 32100-2015)",
            "Correct the code, or leave the cell empty."
        );

    public static ImportProblem Twice(string columns, string first) =>
        new("SP-IMPORT-132", $"The row has the same {columns} as the one at {first}.", "each once", "Delete one of the two rows.");

    public static ImportProblem ItemTwice(string item) =>
        new("SP-IMPORT-133", $"\"{item}\" stands twice in the cell.", "each once", "Delete one of the two.");

    public static ImportProblem PeriodReversed(string from, string to) =>
        new("SP-IMPORT-134", $"The {to} is not after the {from}.", "a later day", "Correct one of the two days.");

    public static ImportProblem BadRegion(string value) =>
        new(
            "SP-IMPORT-135",
            $"\"{value}\" is not a region's code.",
            "the six digits of GB/T 2260, such as 500000",
            "Correct the code, or leave the cell empty."
        );

    // What the graph says.
    public static ImportProblem CommitteeUnknown(string given, string known) =>
        new(
            "SP-IMPORT-140",
            given.Length == 0 ? "The graph has several committees, or none." : $"There is no committee \"{given}\", or several.",
            $"a committee's name or its region's code{(known.Length == 0 ? "" : ": " + known)}",
            "Name the committee: --committee NAME, or ?committee=NAME."
        );

    public static ImportProblem Unresolved(string code, string value) =>
        SheetConflicts.All.TryGetValue(code, out var describe)
            ? describe(value)
            : throw new InvalidOperationException($"an import's SQL found the unknown problem {code}");

    public static ImportProblem Refused(string constraint, string message) =>
        new(
            "SP-IMPORT-190",
            $"The graph refuses the rows: {message} ({constraint}).",
            "rows that keep the graph's rules",
            "Correct the rows that the message names; nothing was imported."
        );

    public static ImportProblem MoreProblems(int count) =>
        new(
            "SP-IMPORT-199",
            $"There {(count == 1 ? "is 1 more problem" : $"are {count} more problems")} that {(count == 1 ? "is" : "are")} not shown.",
            "a list",
            "Mend the ones that are shown, and try again."
        );

    private static string Plain(decimal number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
