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

    public static Command Create() => new("regions", "Looks up regions (GB/T 2260), and takes a newer list of them.") { Find(), Load() };

    private static Command Find()
    {
        var text = new Argument<string>("text") { Description = "A code or its beginning, or a part of a name." };
        var command = new Command("find", "Shows regions of the program's list, earlier ones too. Needs no database.") { text };
        JsonOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(text)!.Trim();
            var list = RegionList.Embedded();
            var byCode = list.Regions.ToDictionary(region => region.Code);
            var codes = byCode.Keys.ToHashSet();
            var found = list
                .Regions.Where(region =>
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

            var words = LanguageOption.WordsOf(parsed);
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
        });
        return command;
    }

    private static Command Load()
    {
        var file = new Argument<string>("file")
        {
            Description = "CSV: a code of six digits and a name in each line, of the whole country.",
        };
        var asOf = new Option<string>("--as-of")
        {
            Description = "Day for which the list was published, such as 2025-12-31.",
            HelpName = "DAY",
            Required = true,
        };
        var database = new DatabaseOptions();
        var command = new Command("load", "Takes a newer list: regions that it has no more stay, with the month.") { file, asOf };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (Parse(result.GetValue(asOf)) is null)
            {
                result.AddError($"SP-REGIONS-004 \"{result.GetValue(asOf)}\" is not a day written as 2025-12-31.");
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var rows = RegionListFile.Read(parsed.GetValue(file)!);
                var report = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                {
                    await using var graph = await database.OpenAsync(parsed, progress, ct);
                    return await RegionUpdate.TakeAsync(graph.Source, rows, Parse(parsed.GetValue(asOf))!.Value, ct);
                });
                Console.Out.WriteLine(
                    LanguageOption
                        .WordsOf(parsed)
                        .Say(
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
