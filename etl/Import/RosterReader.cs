namespace SocietyParty.Etl.Import;

/// <summary>Reads a published list, whichever of the two formats it has, and finds every problem that the file itself shows.</summary>
public static class RosterReader
{
    private static readonly Dictionary<string, string> NoOptions = [];

    /// <param name="options">Values by header key (<see cref="HeaderKeys"/>) that override the header block.</param>
    public static RosterReading Read(
        Stream stream,
        string fileName,
        IReadOnlyDictionary<string, string>? options = null,
        ImportLimits? limits = null
    )
    {
        limits ??= ImportLimits.Default;
        var name = Path.GetFileName(fileName);
        var (text, wrong) = SourceText.Read(stream, name, limits);
        if (text is null)
        {
            return new RosterReading(name, null, [wrong!], 0);
        }

        var problems = new ProblemList(limits);
        var draft = new RosterDraft(problems, limits);
        var block = HeaderBlock.Read(text.Lines, problems);
        var header = block.Complete(options ?? NoOptions, problems);
        foreach (var (category, count) in block.Stated(problems))
        {
            draft.Stated.Add(category, count);
        }

        if (ReadList(text.Lines, block.EndIndex, name, draft, problems) && draft.ReadCount == 0 && !problems.Any)
        {
            problems.Add(Problems.NoEntries());
        }

        if (draft.NumberedCount > 0)
        {
            draft.Notices.Add(
                ImportDiscrepancy.Of("NUMBERS_LEFT_OUT", name, new("Notice.NumbersLeftOut", [("count", draft.NumberedCount)]))
            );
        }

        var file = problems.Any
            ? null
            : new RosterFile(name, text.Checksum, header!, draft.Stated, draft.Entries) { Notices = draft.Notices };
        return new RosterReading(name, file, [.. problems.Items.OrderBy(problem => problem.Line ?? 0)], draft.ReadCount);
    }

    /// <summary>
    /// As <see cref="Read(Stream, string, IReadOnlyDictionary{string, string}?, ImportLimits?)"/>; a file that cannot be opened is a
    /// problem, too.
    /// </summary>
    public static RosterReading ReadFile(string path, IReadOnlyDictionary<string, string>? options = null, ImportLimits? limits = null)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return Failed(Problems.IsFolder(path));
            }

            using var stream = File.OpenRead(path);
            return Read(stream, path, options, limits);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(Problems.FileMissing(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failed(Problems.Unreadable(path, e.Message));
        }

        RosterReading Failed(ImportProblem problem) => new(Path.GetFileName(path), null, [problem], 0);
    }

    // The content decides; the extension only where the content could be either. False where it is neither.
    private static bool ReadList(IReadOnlyList<string> lines, int startIndex, string name, RosterDraft draft, ProblemList problems)
    {
        if (startIndex == lines.Count)
        {
            return true;
        }

        // Titles stand above a table's header.
        const int titlesMax = 10;
        var tableAt = lines.Skip(startIndex).Take(titlesMax).ToList().FindIndex(RosterCsvFormat.IsHeader);
        if (tableAt > 0 && !RosterTextFormat.Matches(lines.Skip(startIndex)))
        {
            foreach (var title in Enumerable.Range(startIndex, tableAt).Where(index => lines[index].AsSpan().Trim(" ,\t").Length > 0))
            {
                draft.Tell("LINE_LEFT_OUT", title + 1, new("Notice.TitleLeftOut", [("text", lines[title].Trim(',', ' '))]));
            }

            startIndex += tableAt;
        }

        var isCsv = RosterCsvFormat.Matches(lines[startIndex]);
        if (!isCsv && RosterTextFormat.Matches(lines.Skip(startIndex)))
        {
            new RosterTextFormat(draft, problems).Read(lines, startIndex);
        }
        else if (isCsv || name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            new RosterCsvFormat(draft, problems).Read(lines, startIndex);
        }
        else
        {
            problems.Add(Problems.NeitherFormat().At(startIndex + 1));
            return false;
        }
        return true;
    }
}
