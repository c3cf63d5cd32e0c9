using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// The help of a command as System.CommandLine writes it, with its headings in our words. Chinese lines are broken here, since the
/// library breaks at spaces, which Chinese has none of.
/// </summary>
public static class CommandHelp
{
    private const int NarrowestColumn = 20;

    // What stands on a line of its own, and what stands within one.
    internal static readonly string[] Titles =
    [
        "HelpDescriptionTitle",
        "HelpUsageTitle",
        "HelpArgumentsTitle",
        "HelpOptionsTitle",
        "HelpCommandsTitle",
        "HelpAdditionalArgumentsTitle",
    ];

    internal static readonly string[] Parts =
    [
        "HelpUsageOptions",
        "HelpUsageCommand",
        "HelpUsageAdditionalArguments",
        "HelpOptionsRequiredLabel",
        "HelpOptionDescription",
        "VersionOptionDescription",
    ];

    /// <summary>Whether the command line asks for help and nothing else.</summary>
    public static bool IsAsked(ParseResult parsed) => parsed.Action is HelpAction;

    public static void Write(ParseResult parsed, Words words, TextWriter output)
    {
        var command = parsed.CommandResult.Command;
        var path = new List<string>();
        for (var one = parsed.CommandResult; one.Parent is System.CommandLine.Parsing.CommandResult above; one = above)
        {
            path.Insert(0, one.Command.Name);
        }

        var asked = parsed.RootCommandResult.Command.Parse([.. path, "--help"]);
        if (!words.IsChinese)
        {
            asked.Invoke(new InvocationConfiguration { Output = output });
            return;
        }

        if (asked.Action is HelpAction help)
        {
            help.MaxWidth = int.MaxValue;
        }

        using var text = new StringWriter();
        asked.Invoke(new InvocationConfiguration { Output = text });
        var width = Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth;
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            foreach (var part in Broken(Said(line, words), width))
            {
                output.WriteLine(part);
            }
        }
    }

    internal static string Said(string line, Words words)
    {
        foreach (var title in Titles)
        {
            if (line == LibraryTexts.Of(title))
            {
                return words.Say($"Help.{title}");
            }
        }

        foreach (var part in Parts)
        {
            var (library, ours) = (LibraryTexts.Of(part), words.Say($"Help.{part}"));
            // Columns stay where they are: what is shorter is filled up.
            line = line.Replace(
                library + "  ",
                ours + new string(' ', Math.Max(0, TextWidth.Of(library) - TextWidth.Of(ours)) + 2),
                StringComparison.Ordinal
            );
            line = line.Replace(library, ours, StringComparison.Ordinal);
        }

        return line.Replace(
            $"[{LibraryTexts.Of("HelpArgumentDefaultValueLabel")}: ",
            $"[{words.Say("Help.HelpArgumentDefaultValueLabel")}",
            StringComparison.Ordinal
        );
    }

    /// <summary>Breaks a line at the width, below the column in which its explanation begins.</summary>
    internal static IEnumerable<string> Broken(string line, int width)
    {
        var name = line.TakeWhile(letter => letter == ' ').Count();
        var gap = line.IndexOf("  ", name, StringComparison.Ordinal);
        var start = gap < 0 ? name : gap + line[gap..].TakeWhile(letter => letter == ' ').Count();
        var indent = TextWidth.Of(line[..start]);
        if (TextWidth.Of(line) < width || width - indent < NarrowestColumn)
        {
            yield return line;
            yield break;
        }

        var part = new StringBuilder(line[..start]);
        var taken = indent;
        foreach (var word in Words(line[start..]))
        {
            var wide = TextWidth.Of(word);
            if (taken + wide >= width && taken > indent)
            {
                yield return part.ToString().TrimEnd();
                part.Clear().Append(' ', indent);
                taken = indent;
            }

            part.Append(word);
            taken += wide;
        }

        yield return part.ToString().TrimEnd();
    }

    /// <summary>What is not broken: a Latin word, or a Chinese letter with the marks behind it.</summary>
    private static IEnumerable<string> Words(string text)
    {
        const string Closing = "，。；：！？、）”》";
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var isInWord =
                i < text.Length
                && (Closing.Contains(text[i]) || text[i] == ' ' || (text[i] < 0x2E80 && text[i - 1] < 0x2E80 && text[i - 1] != ' '));
            if (!isInWord)
            {
                yield return text[start..i];
                start = i;
            }
        }
    }
}
