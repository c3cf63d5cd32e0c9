using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Cli;

/// <summary>The options of a report that is made anew.</summary>
internal sealed class ReportOptions(Words words)
{
    private readonly Option<int> year = new("--year") { Description = words.Say("Help.Report.Year"), Required = true };

    private readonly Option<string?> committee = new("--committee") { Description = words.Say("Help.Report.Committee") };

    private readonly Option<string> language = LanguageOption(words);
    private readonly Option<string?> output = new("--out") { Description = words.Say("Help.Report.Out") };
    private readonly Option<string?> template = new("--template")
    {
        Description = words.Say("Help.Report.Template"),
        HelpName = "FILE.docx",
    };

    private readonly Option<string?> sentences = new("--sentences")
    {
        Description = words.Say("Help.Report.OwnSentences"),
        HelpName = "FILE.md",
    };

    private readonly Option<bool> mark = new("--bom") { Description = words.Say("Help.Report.Bom") };

    private readonly Option<bool> pages = new("--page-numbers") { Description = words.Say("Help.Report.PageNumbers") };

    public DatabaseOptions Database { get; } = new(words);

    public static Option<string> LanguageOption(Words words)
    {
        var language = new Option<string>("--language")
        {
            Description = words.Say("Help.Report.Language"),
            DefaultValueFactory = _ => "zh",
        };
        language.AcceptOnlyFromAmong("zh", "en");
        return language;
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[year, committee, language, output, template, sentences, mark, pages])
        {
            command.Add(option);
        }

        Database.AddWithWarehouseTo(command);
    }

    public ReportRequest Request(ParseResult parsed) =>
        new(parsed.GetRequiredValue(year), parsed.GetValue(committee), parsed.GetValue(language)!);

    /// <exception cref="ReportException">A file cannot be read.</exception>
    public async Task<ReportStyle> StyleAsync(ParseResult parsed, CancellationToken ct)
    {
        var said = parsed.GetValue(sentences) is { } file
            ? (file, await ReadAsync(file, path => File.ReadAllTextAsync(path, ct)))
            : ($"report.{parsed.GetValue(language)}.md", ReportSentences.Shipped(parsed.GetValue(language)!));
        var look = parsed.GetValue(template) is { } reference ? await ReadAsync(reference, path => File.ReadAllBytesAsync(path, ct)) : null;
        return new ReportStyle(said.Item1, said.Item2, look, parsed.GetValue(mark), parsed.GetValue(pages));
    }

    /// <summary>Where the files are to go; null: a folder here.</summary>
    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>Where the files go.</summary>
    public string Folder(ParseResult parsed, ReportScope scope, int? number)
    {
        var committee = scope.CommitteeId?.ToString(CultureInfo.InvariantCulture) ?? "all";
        var state = number is { } issued ? string.Create(CultureInfo.InvariantCulture, $"edition-{issued}") : "draft";
        var name = string.Create(CultureInfo.InvariantCulture, $"report-{scope.Year}-{committee}-{state}");
        return Path.GetFullPath(parsed.GetValue(output) ?? name);
    }

    private static async Task<T> ReadAsync<T>(string path, Func<string, Task<T>> read)
    {
        try
        {
            return await read(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ReportException("SP-REPORT-107", [("path", path), ("reason", missing.Message)], missing);
        }
    }
}
