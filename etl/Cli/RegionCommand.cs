using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>regions</c>: looks up a region of GB/T 2260, and takes a newer list of them.</summary>
internal static class RegionCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Create(Words words) => new("regions", words.Say("Help.Regions")) { Find(words), Load(words) };

    private static Command Find(Words words)
    {
        var text = new Argument<string>("text") { Description = words.Say("Help.Regions.Find.Text") };
        var command = new Command("find", $"{words.Say("Help.Regions.Find")} {words.Say("Help.Regions.Find.Graph")}") { text };
        JsonOption.AddTo(command, words);
        var database = new DatabaseOptions(words);
        database.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(text)!.Trim();
                var list = database.IsNamed(parsed) ? await ListOfAsync(parsed, database, words, ct) : RegionList.Embedded().Regions;
                var byCode = list.ToDictionary(region => region.Code);
                var codes = byCode.Keys.ToHashSet();
                var found = list.Where(region =>
                        region.Code.StartsWith(asked, StringComparison.Ordinal)
                        || region.Name.Contains(asked, StringComparison.Ordinal)
                        || region.FormerNames?.Contains(asked, StringComparison.Ordinal) == true
                    )
                    .Select(region => new FoundRegion(
                        region.Code,
                        region.Name,
                        Around(region.Code),
                        region.ListedFrom,
                        region.ListedTo,
                        region.FormerNames
                    ))
                    .ToList();
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(found), Console.Out);
                    return CommandLine.Success;
                }

                foreach (var region in found)
                {
                    Console.Out.WriteLine(
                        string.Join(
                            "  ",
                            new[]
                            {
                                region.Code,
                                region.Around + region.Name,
                                region.ListedTo is { } gone
                                    ? words.Say("Cli.RegionUntil", ("month", gone.ToString("yyyy-MM", CultureInfo.InvariantCulture)))
                                    : null,
                                region.FormerNames is { } names ? words.Say("Cli.RegionWas", ("names", names)) : null,
                            }.OfType<string>()
                        )
                    );
                }

                if (found.Count == 0)
                {
                    Console.Error.WriteLine(words.Say("Cli.NoRegion", ("text", asked)));
                }

                return found.Count == 0 ? CommandLine.Failure : CommandLine.Success;

                // 浙江省杭州市 before 西湖区; the country goes without saying.
                string Around(string code) =>
                    Region.Parent(code, codes) is { } parent && parent != Region.Country ? Around(parent) + byCode[parent].Name : "";
            }
        );
        return command;
    }

    // The graph's own list, with what a newer one brought.
    private static Task<IReadOnlyList<Region>> ListOfAsync(
        ParseResult parsed,
        DatabaseOptions database,
        Words words,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync<IReadOnlyList<Region>>(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
            return await RegionUpdate.ListAsync(graph.Source, ct);
        });

    private static Command Load(Words words)
    {
        var file = new Argument<string>("file") { Description = words.Say("Help.Regions.Load.File") };
        var asOf = new Option<string>("--as-of")
        {
            Description = words.Say("Help.Regions.Load.AsOf"),
            HelpName = "DAY",
            Required = true,
        };
        var database = new DatabaseOptions(words);
        var command = new Command("load", words.Say("Help.Regions.Load")) { file, asOf };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(asOf) is { } given && Parse(given) is null)
            {
                result.AddError(words.Coded("SP-REGIONS-004", ("given", given)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var rows = RegionListFile.Read(parsed.GetValue(file)!);
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenAsync(parsed, progress, ct);
                    return await RegionUpdate.TakeAsync(graph.Source, rows, Parse(parsed.GetValue(asOf))!.Value, ct);
                });
                Console.Out.WriteLine(
                    words.Say(
                        "Cli.RegionsTaken",
                        ("regions", report.Regions),
                        ("added", report.Added),
                        ("changed", report.Changed),
                        ("ended", report.Ended)
                    )
                );
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
