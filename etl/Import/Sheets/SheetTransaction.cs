using Dapper;
using Npgsql;
using SocietyParty.Rules;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The steps of one import. Whoever calls it commits, or does not.</summary>
internal sealed class SheetTransaction(
    NpgsqlConnection connection,
    SheetReading reading,
    string? committee,
    ImportOptions options,
    CancellationToken ct
)
{
    private const string Shared = "Sheets/shared_";

    private readonly DateTime startedAt = DateTime.UtcNow;

    public async Task<ImportReport> ExecuteAsync()
    {
        await connection.ExecuteAsync(Command($"SET LOCAL lock_timeout = '{options.WaitSecondsMax}s'"));
        await connection.ExecuteAsync(Sql("lock"));
        // What ended by itself has ended for a list, too.
        await connection.ExecuteAsync(Command("SELECT graph.end_temporary_branches()"));
        // As people type it: wide digits, blanks around it.
        var asked = PlainText.Narrow(committee ?? "").Trim();
        var found = (await connection.QueryAsync<Committee>(Sql(Shared + "committee", new { Committee = asked }))).ToList();
        if (found.Count != 1)
        {
            var known = await connection.QueryAsync<string>(Sql(Shared + "committees", new { Committee = asked }));
            return Rejected([SheetProblems.CommitteeUnknown(asked, [.. known], found.Count > 1), .. reading.Problems]);
        }

        await connection.ExecuteAsync(Sql(Shared + "stage", found[0]));
        await SheetStage.FillAsync(connection, reading, ct);
        await SheetNames.SettleAsync(connection, reading.Kind, found[0], ct);
        await connection.ExecuteAsync(Sql(reading.Kind.Step("resolve"), found[0]));
        var conflicts = (await connection.QueryAsync<Conflict>(Sql(Shared + "problems"))).ToList();
        var problems = new SheetProblemList(SheetLimits.Default);
        foreach (var problem in reading.Problems)
        {
            problems.Add(problem);
        }

        foreach (var problem in Days(await connection.QuerySingleAsync<DateOnly>(Command("SELECT graph.today()"))))
        {
            problems.Add(problem);
        }

        foreach (var problem in await OpenChoicesAsync())
        {
            problems.Add(problem);
        }

        foreach (var conflict in conflicts.Where(conflict => !conflict.IsNotice))
        {
            problems.Add(Describe(conflict));
        }

        var breaches = await BreachesAsync(found[0]);
        foreach (var breach in breaches.Where(breach => breach.Breach.Severity == Severity.Error))
        {
            problems.Add(At(new ImportProblem(breach.Breach), RecordAt(breach.Position), reading.Kind.IndexOf(breach.Field)));
        }

        if (problems.Count > 0)
        {
            return Rejected(problems.ToReport());
        }

        await connection.ExecuteAsync(Sql(reading.Kind.Step("write"), found[0]));
        return await ReportAsync(
            found[0],
            [.. reading.Notices, .. conflicts.Where(conflict => conflict.IsNotice).Select(Notice), .. Warnings(breaches)]
        );
    }

    private async Task<List<SheetBreach>> BreachesAsync(Committee place)
    {
        var facts = new SheetFacts(connection, place.Region, ct);
        var found = new List<SheetBreach>();
        foreach (var rule in reading.Kind.Rules)
        {
            found.AddRange(await rule(facts));
        }

        return found;
    }

    // What a rule set makes a warning is done, as the mutation does it, and shown: the first ones, the rest as a number.
    private IEnumerable<ImportDiscrepancy> Warnings(IReadOnlyList<SheetBreach> breaches)
    {
        var warnings = breaches.Where(breach => breach.Breach.Severity == Severity.Warning).OrderBy(breach => breach.Position).ToList();
        var max = SheetLimits.Default.ProblemsMax;
        foreach (var (position, _, breach) in warnings.Take(max))
        {
            var place = Place(RecordAt(position));
            yield return new(breach.Code, place.In(Language.English), null, null, $"{place}: {breach.Sentence}")
            {
                Sentence = breach.Sentence,
                Place = place,
            };
        }

        if (warnings.Count > max)
        {
            var more = SheetProblems.MoreProblems(warnings.Count - max);
            yield return new(more.Code, "", null, null, more.Message(Language.English)) { Sentence = new(more.Key, more.Arguments) };
        }
    }

    // Rows with another problem are not staged: what they say of a list that the graph keeps is looked up here.
    private async Task<List<ImportProblem>> OpenChoicesAsync()
    {
        var found = new List<ImportProblem>();
        foreach (var (column, index) in reading.Kind.Columns.Select((column, index) => (column, index)).Where(one => one.column.IsOpen))
        {
            var given = reading.WrongRecords.Where(record => record.Values[index] is string).ToList();
            var known = given.Count == 0 ? [] : (await connection.QueryAsync<string>(Sql(Shared + column.Key))).ToHashSet();
            found.AddRange(
                from record in given
                let value = (string)record.Values[index]!
                where !known.Contains(value)
                select At(SheetConflicts.All["DISCIPLINE_UNKNOWN"](value), record, index)
            );
        }

        return found;
    }

    // The file was read without the database, which knows the day.
    private IEnumerable<ImportProblem> Days(DateOnly today)
    {
        var columns = reading
            .Kind.Columns.Select((column, index) => (column, index))
            .Where(one => one.column.Type == ColumnType.Date)
            .ToList();
        foreach (var record in reading.Records)
        {
            foreach (var (column, index) in columns)
            {
                if (record.Values[index] is DateOnly day && DayFits.Check(day, column.Day, today) is { } breach)
                {
                    yield return At(new ImportProblem(breach), record, index);
                }
            }
        }
    }

    private async Task<ImportReport> ReportAsync(Committee place, IReadOnlyList<ImportDiscrepancy> notices)
    {
        var counts = await connection.QuerySingleAsync<Counts>(Sql(Shared + "report"));
        long? runId = null;
        if (counts.Inserted + counts.Updated > 0)
        {
            runId = await connection.ExecuteScalarAsync<long>(
                Sql(
                    Shared + "run",
                    new
                    {
                        Kind = reading.Kind.RunKind,
                        place.CommitteeId,
                        SourceName = reading.FileName,
                        SourceChecksum = reading.Checksum,
                        StartedAt = startedAt,
                    }
                )
            );
        }
        return new ImportReport(
            reading.FileName,
            reading.ReadCount,
            counts.Inserted,
            counts.Updated,
            counts.Unchanged,
            0,
            notices,
            [],
            options.IsDryRun ? null : runId,
            options.IsDryRun
        );
    }

    private ImportProblem Describe(Conflict conflict)
    {
        var record = RecordAt(conflict.Position);
        var problem = SheetProblems.Unresolved(conflict.Code, conflict.Value) with { Sheet = record.Sheet, Line = record.Line };
        // A value that names another row of the file says where that is.
        if (conflict.Other is { } other)
        {
            problem = problem with { Arguments = [("value", Place(RecordAt(other)))] };
        }

        if (conflict.Field is null)
        {
            return problem;
        }

        return At(problem, record, reading.Kind.IndexOf(conflict.Field));
    }

    private ImportProblem At(ImportProblem problem, SheetRecord record, int index) =>
        problem with
        {
            Sheet = record.Sheet,
            Line = record.Places[index]?.Line ?? record.Line,
            Column = record.Places[index]?.Column,
            Field = reading.Kind.Columns[index].Header,
        };

    private ImportDiscrepancy Notice(Conflict conflict)
    {
        var place = Place(RecordAt(conflict.Position));
        var texts = conflict.Value.Split('\u001F');
        var sentence =
            conflict.Code == "CODE_ACCEPTED" ? new Sentence("Notice.CodeAccepted", [("code", conflict.Value)])
            : conflict.Code == "POST_GENERAL"
                ? new Sentence("Notice.PostGeneral", [("said", texts[0]), ("post", EnumWords.OfName(texts[1], "Post"))])
            : WrittenText.FindRadical(texts[0]) is { } radical && texts.Length == 1 ? RosterDraft.HasRadical(texts[0], radical)
            : new Sentence("Notice.WrittenOtherwise", [("written", texts[0]), ("known", texts[1])]);
        return new ImportDiscrepancy(conflict.Code, texts[0], null, null, $"{place}: {sentence}") { Sentence = sentence, Place = place };
    }

    // Positions are those of the rows read, of which the wrong ones are not among the records.
    private SheetRecord RecordAt(int position)
    {
        int low = 0,
            high = reading.Records.Count - 1;
        while (reading.Records[(low + high) / 2].Position is var found && found != position)
        {
            if (found < position)
            {
                low = (low + high) / 2 + 1;
            }
            else
            {
                high = (low + high) / 2 - 1;
            }
        }
        return reading.Records[(low + high) / 2];
    }

    private static Sentence Place(SheetRecord record) => SheetPlace.Of(record.Sheet, record.Line);

    private ImportReport Rejected(params IReadOnlyList<ImportProblem> problems) =>
        ImportReport.Rejected(reading.FileName, reading.ReadCount, problems, options.IsDryRun) with
        {
            Discrepancies = reading.Notices,
        };

    private CommandDefinition Sql(string name, object? parameters = null) => Command(ImportSql.Read(name), parameters);

    private CommandDefinition Command(string text, object? parameters = null) =>
        new(text, parameters, commandTimeout: 0, cancellationToken: ct);

    private sealed class Committee
    {
        public long CommitteeId { get; init; }
        public string Region { get; init; } = "";
    }

    private sealed class Counts
    {
        public int Inserted { get; init; }
        public int Updated { get; init; }
        public int Unchanged { get; init; }
    }

    private sealed class Conflict
    {
        public int Position { get; init; }
        public string? Field { get; init; }
        public string Code { get; init; } = "";
        public string Value { get; init; } = "";
        public int? Other { get; init; }
        public bool IsNotice { get; init; }
    }
}
