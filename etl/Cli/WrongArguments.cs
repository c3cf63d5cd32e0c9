using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary>What is wrong with the arguments of a command line, in our sentences: what was given, what is expected, what to do.</summary>
public static class WrongArguments
{
    private const string NoCommand = "RequiredCommandWasNotProvided";

    // What the places of the library's texts are, in order. A type is said in words, a list in our own way.
    private static readonly (string Name, string[] Places)[] Known =
    [
        ("UnrecognizedCommandOrArgument", ["given"]),
        (NoCommand, []),
        ("CommandRequiredArgumentMissing", ["meaning", "command"]),
        ("OptionRequiredArgumentMissing", ["option"]),
        ("OptionExpectsOneArgument", ["option", "count"]),
        ("RequiredOptionWasNotProvided", ["option"]),
        ("UnrecognizedArgument", ["given", "choices"]),
        ("ArgumentConversionCannotParseForCommand", ["given", "argument", "type"]),
        ("ArgumentConversionCannotParseForOption", ["given", "option", "type"]),
        ("ArgumentConversionCannotParse", ["given", "type"]),
        ("VersionOptionCannotBeCombinedWithOtherArguments", ["option"]),
        ("ResponseFileNotFound", ["file"]),
        ("ErrorReadingResponseFile", ["file", "reason"]),
    ];

    private static readonly Lazy<(string Name, string[] Places, Regex Text)[]> Texts = new(() =>
        [.. Known.Select(known => (known.Name, known.Places, LibraryTexts.Pattern(known.Name)))]
    );

    /// <summary>Names of the library's texts that are known here.</summary>
    internal static IEnumerable<string> Names => Known.Select(known => known.Name);

    /// <summary>Each fault once. A command that is missing is none beside a word that was meant as one.</summary>
    public static IReadOnlyList<string> Say(ParseResult parsed, Words words)
    {
        var missing = LibraryTexts.Of(NoCommand);
        var faults = parsed.Errors.Select(error => error.Message).Distinct().ToList();
        return [.. faults.Where(fault => faults.Count == 1 || fault != missing).Select(fault => Say(fault, parsed.CommandResult, words))];
    }

    /// <summary>Writes the faults and where help is; the help itself where nothing but a command is missing.</summary>
    public static void Write(ParseResult parsed, Words words, TextWriter output, TextWriter error)
    {
        foreach (var fault in Say(parsed, words))
        {
            error.WriteLine(fault);
        }

        if (parsed.Errors.All(fault => fault.Message == LibraryTexts.Of(NoCommand)))
        {
            error.WriteLine();
            CommandHelp.Write(parsed, words, output);
            return;
        }

        if (Meant(parsed) is { Length: > 0 } meant)
        {
            error.WriteLine(words.Say("Wrong.Meant", ("words", meant)));
        }

        error.WriteLine(words.Say("Wrong.Help"));
    }

    /// <summary>A fault that the library found, in our words; one that we found is in them already.</summary>
    private static string Say(string fault, CommandResult command, Words words)
    {
        foreach (var (name, places, text) in Texts.Value)
        {
            if (text.Match(fault) is { Success: true } match)
            {
                var shown = places.Select((place, i) => (place, Shown(place, match.Groups[i + 1].Value, command, words))).ToList();
                if (places is ["option", ..])
                {
                    shown.Add(("meaning", Meaning(match.Groups[1].Value, command)));
                }

                return words.Say($"Wrong.{name}", shown);
            }
        }

        return fault;
    }

    private static object? Shown(string place, string text, CommandResult command, Words words) =>
        place switch
        {
            "type" => words.Say(
                text.Contains("Int32", StringComparison.Ordinal) || text.Contains("Int64", StringComparison.Ordinal) ? "Wrong.WholeNumber"
                : text.Contains("DateOnly", StringComparison.Ordinal) ? "Wrong.Day"
                : text.Contains("Boolean", StringComparison.Ordinal) ? "Wrong.TrueOrFalse"
                : "Wrong.OtherValue"
            ),
            "meaning" => Meaning(text, command),
            "choices" => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(choice => choice.Trim('\'')),
            _ => text,
        };

    /// <summary>What help says of an argument or option; its name where it says nothing.</summary>
    private static string Meaning(string name, CommandResult command)
    {
        for (SymbolResult? one = command; one is CommandResult { Command: var known }; one = one.Parent)
        {
            var symbol = known.Options.FirstOrDefault(option => option.Name == name)
                ?? (Symbol?)known.Arguments.FirstOrDefault(argument => argument.Name == name);
            if (symbol?.Description is { Length: > 0 } meaning)
            {
                return meaning.TrimEnd('.', '。');
            }
        }

        return name;
    }

    /// <summary>Commands and options like the word that is not known, as the library finds them.</summary>
    private static string[] Meant(ParseResult parsed)
    {
        if (parsed.Action is not ParseErrorAction action)
        {
            return [];
        }

        action.ShowHelp = false;
        action.ShowTypoCorrections = true;
        using var said = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = said, Error = TextWriter.Null });
        var lines = said.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var title = LibraryTexts.Pattern("SuggestionsTokenNotMatched");
        // -h is like any word of two letters.
        return [.. lines.Where(line => line.Length > "-h".Length && !title.IsMatch(line)).Distinct()];
    }
}
