using System.Globalization;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
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

    // Its braces are no place of a sentence.
    private const string Example = "{{ I01.分子 | 数 }}";
    private readonly string[] lines;
    private readonly Template template;

    private SentenceFile(string name, string[] lines, Template template) => (Name, this.lines, this.template) = (name, lines, template);

    /// <summary>For messages.</summary>
    public string Name { get; }

    /// <summary>Reads the words; <paramref name="name"/> is for messages.</summary>
    /// <exception cref="ReportException">They are not a template, or a number is typed.</exception>
    public static SentenceFile Read(string name, string text)
    {
        if (text.Length > TextMax)
        {
            throw new ReportException("SP-REPORT-201", [("file", name), ("max", TextMax)]);
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (Digit().Match(Allowed().Replace(lines[line], "")) is { Success: true } typed)
            {
                throw new ReportException(
                    "SP-REPORT-202",
                    [("file", name), ("line", line + 1), ("number", typed.Value), ("example", Example)]
                );
            }
        }

        var template = Template.Parse(text.ReplaceLineEndings("\n"), name);
        return template.HasErrors
            ? throw Wrong(name, template.Messages[0].Span, template.Messages[0].Message)
            : new SentenceFile(name, lines, template);
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
            throw Wrong(Name, wrong.Span, wrong.OriginalMessage, wrong);
        }
    }

    /// <summary>The first line, from 1, in which a table or chart is named; 0 where the sentences put the name together.</summary>
    public int LineOf(string id) => Array.FindIndex(lines, line => line.Contains($"[[{id}]]", StringComparison.Ordinal)) + 1;

    private static ReportException Wrong(string name, SourceSpan place, string message, Exception? inner = null) =>
        new(
            "SP-REPORT-203",
            [("file", name), ("line", place.Start.Line + 1), ("reason", message.TrimEnd('.')), ("example", Example)],
            inner
        );

    [GeneratedRegex(@"\{\{.*?\}\}|\[\[[A-Z0-9-]+\]\]|〔[0-9]{4}〕[0-9]+号|《[^》]*》")]
    private static partial Regex Allowed();

    // Chinese numerals of two letters and more before a word of counting; one alone stands in names, such as 两个维护.
    [GeneratedRegex(
        "[0-9０-９]+|(?<!第)[〇零一二三四五六七八九十百千万亿两]{2,}(?=[个家名人次项件])|百分之[〇零一二三四五六七八九十百点]+"
    )]
    private static partial Regex Digit();
}
