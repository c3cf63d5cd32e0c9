using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Cli;

/// <summary>The options of a report that is made anew.</summary>
internal sealed class ReportOptions
{
    private readonly Option<int> year = new("--year") { Description = "The year, up to its last month that is loaded.", Required = true };

    private readonly Option<string?> committee = new("--committee")
    {
        Description = "Name, a part of it, or key of the committee, with all that are below it; left out: the whole country.",
    };

    private readonly Option<string> language = LanguageOption();
    private readonly Option<string?> output = new("--out")
    {
        Description = "Folder to write to; left out: one named after the report, here.",
    };
    private readonly Option<string?> template = new("--template")
    {
        Description = "A .docx file whose styles, fonts, footers and page set-up are taken.",
        HelpName = "FILE.docx",
    };

    private readonly Option<string?> sentences = new("--sentences")
    {
        Description = "Headings and sentences of your own; `report sentences` prints those of the program to begin with.",
        HelpName = "FILE.md",
    };

    private readonly Option<bool> mark = new("--bom") { Description = "Begin CSV files with a byte order mark, as Excel likes it." };

    private readonly Option<bool> pages = new("--page-numbers")
    {
        Description = "Let LibreOffice, where it is installed, find the page numbers of the contents; else F9 does it in Word or WPS.",
    };

    public DatabaseOptions Database { get; } = new();

    public static Option<string> LanguageOption()
    {
        var language = new Option<string>("--language") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
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
        var words = parsed.GetValue(sentences) is { } file
            ? (file, await ReadAsync(file, path => File.ReadAllTextAsync(path, ct)))
            : ($"report.{parsed.GetValue(language)}.md", ReportSentences.Shipped(parsed.GetValue(language)!));
        var look = parsed.GetValue(template) is { } reference ? await ReadAsync(reference, path => File.ReadAllBytesAsync(path, ct)) : null;
        return new ReportStyle(words.Item1, words.Item2, look, parsed.GetValue(mark), parsed.GetValue(pages));
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
            throw new ReportException("SP-REPORT-107", $"{path} cannot be read: {missing.Message}", "Check the path.", missing);
        }
    }
}
