using System.Globalization;
using System.Text.Json;
using SocietyParty.Bench.Report;
using Spectre.Console;

namespace SocietyParty.Bench.Warehouse;

/// <summary>All numbers of one run.</summary>
internal sealed record WarehouseReport(
    string PostgreSQL,
    int Cores,
    int Societies,
    int Months,
    int Rounds,
    LoaderFigures Full,
    CoverageShare Coverage,
    IReadOnlyList<LoaderFigures> Changes,
    PsqlRun? Same
)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private const double PeakMbMax = 150;
    private const double CoverageRowsMin = 80_000;
    private const double SameSqlMax = 1.1;

    /// <summary>Of a load, by CPU time where it is known: other work on the machine disturbs it less.</summary>
    private double ShareOfFull(LoaderFigures load) =>
        load.PostgresCpuSeconds is { } cpu && Full.PostgresCpuSeconds is > 0 and { } all ? cpu / all : load.Seconds / Full.Seconds;

    public IEnumerable<Ratio> Ratios =>
        Changes
            .Join(SourceChange.All, load => load.Change, change => change.Name, (load, change) => (load, change))
            .Select(pair =>
                pair.change.SecondsMax is { } seconds
                    ? new Ratio($"{pair.load.Change}, seconds", pair.load.Seconds, Most: seconds, ByCpu: pair.load.PostgresCpuSeconds)
                    : new Ratio($"{pair.load.Change}, % of everything", 100 * ShareOfFull(pair.load), Most: 100 * pair.change.ShareMax)
            )
            .Append(new Ratio("everything, seconds ÷ PostgreSQL's CPU seconds", Full.Seconds / (Full.PostgresCpuSeconds ?? double.NaN)))
            .Append(
                new Ratio(
                    "coverage rows per CPU second of the steps that make coverage",
                    Coverage.Rows / (Coverage.Share * (Full.PostgresCpuSeconds ?? double.NaN)),
                    Least: CoverageRowsMin
                )
            )
            .Append(new Ratio("all rows per CPU second of everything", Full.RowsPerCpuSecond ?? double.NaN))
            .Concat(OfSame)
            .Append(
                new Ratio("loader, most resident memory, MiB", Changes.Append(Full).Max(load => load.PeakMb) ?? double.NaN, Most: PeakMbMax)
            );

    private IEnumerable<Ratio> OfSame =>
        Same is null
            ? []
            :
            [
                new Ratio(
                    $"everything, loader ÷ psql with its {Same.Statements} commands, seconds",
                    Same.LoaderSeconds / Same.PsqlSeconds,
                    Most: SameSqlMax,
                    ByCpu: Same.LoaderPostgresCpuSeconds / Same.PsqlPostgresCpuSeconds
                ),
            ];

    public void Write(IAnsiConsole console)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"PostgreSQL {PostgreSQL}, {Societies:N0} societies, {Months} months, {Cores} cores; the middle one of {Rounds} rounds"
        );
        var table = new Table().AddColumn("load of");
        foreach (
            var column in new[] { "branches", "rows", "s", "process s", "PostgreSQL CPU s", "rows / CPU s", "loader CPU s", "peak MiB" }
        )
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var load in Changes.Prepend(Full))
        {
            table.AddRow(
                load.Change,
                Text(load.Branches, "N0"),
                Text(load.Rows, "N0"),
                Text(load.Seconds, "0.00"),
                Text(load.ProcessSeconds, "0.00"),
                Text(load.PostgresCpuSeconds, "0.00"),
                Text(load.RowsPerCpuSecond, "N0"),
                Text(load.LoaderCpuSeconds, "0.00"),
                Text(load.PeakMb, "N0")
            );
        }

        console.Write(table);
        ReportTables.WriteRatios([.. Ratios], console);
    }

    public Task WriteAsync(string file, CancellationToken ct) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Readable) + "\n", ct);

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
