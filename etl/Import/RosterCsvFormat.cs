using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import;

/// <summary>Comma-separated values: a header row with the columns' names, one branch on each row.</summary>
internal sealed class RosterCsvFormat(RosterDraft draft, ProblemList problems)
{
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
        ["类别"] = Category,
        ["党组织类别"] = Category,
        [Branch] = Branch,
        ["党支部"] = Branch,
        ["党支部名称"] = Branch,
        ["党组织"] = Branch,
        ["党组织名称"] = Branch,
        [Status] = Status,
        ["状态"] = Status,
        [StatusSince] = StatusSince,
        ["状态起始日"] = StatusSince,
        [Society] = Society,
        ["社团"] = Society,
        ["社团名称"] = Society,
        ["所属社团"] = Society,
        [Form] = Form,
        ["组织形式"] = Form,
    };

    // What a list of an office has beside these.
    private static readonly HashSet<string> Beside = new(
        ["序号", "编号", "备注", "说明", "书记", "党支部书记", "联系人", "联系电话", "电话", "党员人数"],
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, int> indexOfColumn = new(StringComparer.Ordinal);
    private string[] headers = [];
    private int columnCount;

    public static bool Matches(string firstLine) =>
        firstLine.Split(',').Any(name => ColumnOfName.GetValueOrDefault(name.Trim().Trim('"')) is Category or Branch);

    /// <summary>Whether a line has both columns that a list must have.</summary>
    public static bool IsHeader(string line) =>
        line.Split(',').Select(name => ColumnOfName.GetValueOrDefault(name.Trim().Trim('"'))).ToList() is var found
        && found.Contains(Category)
        && found.Contains(Branch);

    public void Read(IReadOnlyList<string> lines, int startIndex)
    {
        // A name has no line break, so that a mark that is not closed costs one line.
        var records = CsvRecord.Read(string.Join('\n', lines.Skip(startIndex)), linesInQuotes: false, firstLine: startIndex + 1);
        foreach (var record in records)
        {
            if (draft.IsFull || !ReadRecord(record, lines[record.Line - 1].Trim()))
            {
                return;
            }
        }
    }

    // False where the columns are wrong: every row would be, too.
    private bool ReadRecord(CsvRecord record, string text)
    {
        if (text is ['#', ..])
        {
            if (HeaderBlock.KeyOf(text) is { } pair && HeaderKeys.All.Contains(pair.Key))
            {
                problems.Add(Problems.HeaderLate(pair.Key).At(record.Line));
            }

            return true;
        }

        if (record.BrokenField is { } broken)
        {
            problems.Add(At(Problems.BrokenQuotes(), record.Line, broken));
            return columnCount > 0;
        }

        string[] fields = [.. record.Fields.Select(field => field.Text.Trim())];
        if (columnCount == 0)
        {
            return ReadColumns(fields, record.Line);
        }

        ReadRow(fields, record.Line);
        return true;
    }

    private bool ReadColumns(string[] names, int line)
    {
        headers = names;
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
            if (column is null && Beside.Contains(names[index].Replace(" ", "", StringComparison.Ordinal)))
            {
                draft.Tell("COLUMN_LEFT_OUT", line, new("Notice.ColumnLeftOut", [("header", names[index])]));
            }
            else if (column is null || !indexOfColumn.TryAdd(column, index))
            {
                problems.Add(At(Problems.ColumnUnknown(names[index]), line, index));
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

        var first = fields.First(field => field.Length > 0);
        if (ListRemarks.IsOne(first))
        {
            draft.Tell("ROW_LEFT_OUT", line, new("Notice.RowLeftOut", [("text", first)]));
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
        if (Array.FindIndex(fields, field => field.Contains('\uFFFD', StringComparison.Ordinal)) is var lost and >= 0)
        {
            problems.Add(At(Problems.LostCharacter(), line, lost));
            return;
        }

        var category = RosterWords.Category(fields[indexOfColumn[Category]]);
        if (category is null)
        {
            problems.Add(At(Problems.UnknownCategory(fields[indexOfColumn[Category]]), line, indexOfColumn[Category]));
        }

        var (status, since, form) = (ReadStatus(fields, line), ReadDate(fields, line), ReadForm(fields, line));
        var column = indexOfColumn[Branch];
        if (fields[column] is { Length: > 0 } written)
        {
            var (branch, wasNumbered) = RosterNumbers.TakeOff(written);
            draft.NumberedCount += wasNumbered ? 1 : 0;
            // 合成学会党支部（筹）, as the annex writes it; a status of its own that says otherwise is left to whoever wrote both.
            if (StatusMark.Of(branch) is var (name, mark, marked) && (Field(fields, Status) is null || status == marked))
            {
                (branch, status) = (name, marked);
                draft.Tell("NAME_MARKED", line, new("Notice.NameMarked", [("mark", mark)]));
            }

            draft.Add(new RawEntry(branch, line, column + 1, status, since, form, ReadSocieties(fields), headers[column]), category);
        }
        else
        {
            problems.Add(At(Problems.BranchMissing(), line, column));
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
            problems.Add(At(Problems.BadStatus(word), line, indexOfColumn[Status]));
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
            problems.Add(At(Problems.BadDate(StatusSince, text), line, indexOfColumn[StatusSince]));
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
            problems.Add(At(Problems.BadForm(word), line, indexOfColumn[Form]));
        }

        return form;
    }

    // A joint branch names its societies with semicolons between them, the leading one first.
    private string[]? ReadSocieties(string[] fields) =>
        Field(fields, Society)
            ?.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .ToArray();

    private ImportProblem At(ImportProblem problem, int line, int index) =>
        problem.At(line, index + 1) with
        {
            Field = index < columnCount ? headers[index] : null,
        };

    private string? Field(string[] fields, string column) =>
        indexOfColumn.TryGetValue(column, out var index) && fields[index].Length > 0 ? fields[index] : null;
}
