namespace SocietyParty.Etl.Import;

/// <summary>Comma-separated values: a header row with the columns' names, one branch on each row.</summary>
internal sealed class RosterCsvFormat(RosterDraft draft, ProblemList problems)
{
    public const string ColumnsExpected =
        "category (分类), branch (党支部), and optionally status (状态), status_since (状态起始日), society (社团), form (组织形式)";

    private const string Category = "category",
        Branch = "branch",
        Status = "status",
        StatusSince = "status_since",
        Society = "society",
        Form = "form";

    private static readonly Dictionary<string, string> ColumnOfName = new(StringComparer.OrdinalIgnoreCase)
    {
        [Category] = Category,
        ["分类"] = Category,
        [Branch] = Branch,
        ["党支部"] = Branch,
        [Status] = Status,
        ["状态"] = Status,
        [StatusSince] = StatusSince,
        ["状态起始日"] = StatusSince,
        [Society] = Society,
        ["社团"] = Society,
        [Form] = Form,
        ["组织形式"] = Form,
    };

    private readonly Dictionary<string, int> indexOfColumn = new(StringComparer.Ordinal);
    private int columnCount;

    public static bool Matches(string firstLine) =>
        firstLine.Split(',').Any(name => ColumnOfName.GetValueOrDefault(name.Trim().Trim('"')) is Category or Branch);

    public void Read(IReadOnlyList<string> lines, int startIndex)
    {
        for (var index = startIndex; index < lines.Count && !draft.IsFull; index++)
        {
            if (string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            if (!ReadLine(lines[index], index + 1))
            {
                return;
            }
        }
    }

    // False where the columns are wrong: every row would be, too.
    private bool ReadLine(string text, int line)
    {
        if (text.TrimStart() is ['#', ..] remark)
        {
            if (HeaderBlock.KeyOf(remark.Trim()) is { } pair && HeaderKeys.All.Contains(pair.Key))
            {
                problems.Add(Problems.HeaderLate(pair.Key).At(line));
            }

            return true;
        }
        var (fields, wrongColumn) = CsvLine.Split(text);
        if (fields is null)
        {
            problems.Add(Problems.BrokenQuotes().At(line, wrongColumn));
        }

        if (columnCount == 0)
        {
            return fields is not null && ReadColumns(fields, line);
        }

        if (fields is not null)
        {
            ReadRow(fields, line);
        }

        return true;
    }

    private bool ReadColumns(string[] names, int line)
    {
        // Spreadsheets pad the rows with empty columns.
        columnCount = names.Length;
        while (columnCount > 0 && names[columnCount - 1].Length == 0)
        {
            columnCount--;
        }
        // Without any known column the separator is wrong, and every name would be.
        var anyKnown = names.Any(ColumnOfName.ContainsKey);
        for (var index = 0; index < columnCount && anyKnown; index++)
        {
            var column = ColumnOfName.GetValueOrDefault(names[index]);
            if (column is null || !indexOfColumn.TryAdd(column, index))
            {
                problems.Add(Problems.ColumnUnknown(names[index]).At(line));
            }
        }
        var missing = new[] { Category, Branch }.Where(column => !indexOfColumn.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            problems.Add(Problems.ColumnMissing(string.Join(" and ", missing), string.Join(',', names)).At(line));
        }

        return missing.Count == 0;
    }

    private void ReadRow(string[] fields, int line)
    {
        if (fields.All(field => field.Length == 0))
        {
            return;
        }

        if (!draft.Count(line))
        {
            return;
        }

        if (fields.Length < columnCount || fields.Skip(columnCount).Any(field => field.Length > 0))
        {
            problems.Add(Problems.FieldCount(fields.Length, columnCount).At(line));
            return;
        }
        if (fields.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            problems.Add(Problems.LostCharacter().At(line));
            return;
        }

        var category = RosterWords.Category(fields[indexOfColumn[Category]]);
        if (category is null)
        {
            problems.Add(Problems.UnknownCategory(fields[indexOfColumn[Category]]).At(line));
        }

        var (status, since, form) = (ReadStatus(fields, line), ReadDate(fields, line), ReadForm(fields, line));
        if (fields[indexOfColumn[Branch]] is { Length: > 0 } branch)
        {
            draft.Add(new RawEntry(branch, line, null, status, since, form, ReadSocieties(fields)), category);
        }
        else
        {
            problems.Add(Problems.BranchMissing().At(line));
        }
    }

    private string? ReadStatus(string[] fields, int line)
    {
        if (Field(fields, Status) is not { } word)
        {
            return "ESTABLISHED";
        }

        var status = RosterWords.Status(word);
        if (status is null)
        {
            problems.Add(Problems.BadStatus(word).At(line));
        }

        return status;
    }

    private DateOnly? ReadDate(string[] fields, int line)
    {
        if (Field(fields, StatusSince) is not { } text)
        {
            return null;
        }

        var date = HeaderBlock.ParseDate(text);
        if (date is null)
        {
            problems.Add(Problems.BadDate(StatusSince, text).At(line));
        }

        return date;
    }

    private string? ReadForm(string[] fields, int line)
    {
        if (Field(fields, Form) is not { } word)
        {
            return null;
        }

        var form = RosterWords.Form(word);
        if (form is null)
        {
            problems.Add(Problems.BadForm(word).At(line));
        }

        return form;
    }

    // A joint branch names its societies with semicolons between them, the leading one first.
    private string[]? ReadSocieties(string[] fields) =>
        Field(fields, Society)
            ?.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .ToArray();

    private string? Field(string[] fields, string column) =>
        indexOfColumn.TryGetValue(column, out var index) && fields[index].Length > 0 ? fields[index] : null;
}
