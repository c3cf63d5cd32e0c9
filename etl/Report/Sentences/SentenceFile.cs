using System.Globalization;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Sentences;

/// <summary>
/// Headings and sentences of a report, which researchers edit. A number in a sentence is a named figure: one that is typed is refused,
/// because it stays when the figures change.
/// </summary>
internal sealed partial class SentenceFile
{
    private const int LoopMax = 1_000;
    private const int TextMax = 200_000;
    private readonly Template template;
    private readonly string name;

    private SentenceFile(string name, Template template) => (this.name, this.template) = (name, template);

    /// <summary>Reads the words; <paramref name="name"/> is for messages.</summary>
    /// <exception cref="ReportException">They are not a template, or a number is typed.</exception>
    public static SentenceFile Read(string name, string text)
    {
        if (text.Length > TextMax)
        {
            throw new ReportException("SP-REPORT-201", $"{name} is longer than {TextMax} characters.", "Shorten it.");
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (Digit().Match(Allowed().Replace(lines[line], "")) is { Success: true } typed)
            {
                throw new ReportException(
                    "SP-REPORT-202",
                    string.Create(CultureInfo.InvariantCulture, $"{name} line {line + 1}: the number {typed.Value} is typed."),
                    "Name the figure in double braces, such as {{ I01.分子 | 数 }}; only numbers of documents may stand as they are."
                );
            }
        }

        var template = Template.Parse(text.ReplaceLineEndings("\n"), name);
        return template.HasErrors ? throw Wrong(name, template.Messages[0].ToString()) : new SentenceFile(name, template);
    }

    /// <summary>The sentences with their figures.</summary>
    /// <exception cref="ReportException">A name is unknown.</exception>
    public string Write(ReportSnapshot snapshot, bool isDraft)
    {
        var figures = ReportFigures.Of(snapshot, isDraft).All;
        FigureText.AddTo(figures, snapshot.Scope.Language == ReportLanguage.Chinese);
        // No functions but ours: no clock, no files, nothing that another day would answer otherwise.
        var context = new TemplateContext(new ScriptObject())
        {
            StrictVariables = true,
            LoopLimit = LoopMax,
            MemberFilter = _ => false,
            TemplateLoader = null!,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(figures);
        try
        {
            return template.Render(context);
        }
        catch (ScriptRuntimeException wrong)
        {
            throw Wrong(name, wrong.Message, wrong);
        }
    }

    private static ReportException Wrong(string name, string message, Exception? inner = null) =>
        new("SP-REPORT-203", $"The sentences of {name} cannot be read: {message}.", "Mend the line that is named.", inner);

    [GeneratedRegex(@"\{\{.*?\}\}|\[\[[A-Z0-9-]+\]\]|〔[0-9]{4}〕[0-9]+号|《[^》]*》")]
    private static partial Regex Allowed();

    [GeneratedRegex("[0-9０-９]+")]
    private static partial Regex Digit();
}
