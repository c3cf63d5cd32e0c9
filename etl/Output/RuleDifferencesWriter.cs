using SocietyParty.Etl.WhatIf;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>What differs between two rule sets, section by section, for people.</summary>
internal static class RuleDifferencesWriter
{
    /// <param name="old">How the old one is called.</param>
    /// <param name="new">How the new one is called.</param>
    public static void Write(string old, string @new, IReadOnlyList<RuleDifference> differences, Words words, TextWriter output)
    {
        output.WriteLine(words.Say("RuleDiff.Compared", ("old", old), ("new", @new)));
        if (differences.Count == 0)
        {
            output.WriteLine(words.Say("RuleDiff.Same"));
            return;
        }

        output.WriteLine(words.Say("RuleDiff.Different", ("count", differences.Count)));
        foreach (var section in differences.GroupBy(difference => difference.Section))
        {
            output.WriteLine();
            output.WriteLine(section.Key.Length == 0 ? words.Say("RuleDiff.General") : RuleWords.Key(section.Key, words.Language));
            foreach (var difference in section)
            {
                Write(difference, words, output);
            }
        }
    }

    private static void Write(RuleDifference difference, Words words, TextWriter output)
    {
        output.WriteLine($"  {RuleWords.Place(difference, words.Language)}");
        output.WriteLine($"    {difference.Path}");
        output.WriteLine("    " + words.Say("RuleDiff.Old", ("value", Side(difference, isNew: false, words))));
        output.WriteLine("    " + words.Say("RuleDiff.New", ("value", Side(difference, isNew: true, words))));
    }

    private static string Side(RuleDifference difference, bool isNew, Words words)
    {
        var (value, source) = isNew ? (difference.New, difference.NewSource) : (difference.Old, difference.OldSource);
        // A whole section is a rule set of its own to read.
        if (difference.Section.Length > 0 && difference.Place.Count == 1)
        {
            return words.Say(value is null ? "RuleDiff.AbsentSection" : "RuleDiff.WholeSection");
        }

        if (value is not { } known)
        {
            return words.Say("RuleDiff.Absent");
        }

        var text = RuleWords.Value(known, KeyOf(difference), words.Language);
        return source is null || difference.Place[^1].Key is "source" or "clause"
            ? text
            : text + (words.Language == Language.Chinese ? "" : " ") + words.Say("RuleDiff.Clause", ("source", source));
    }

    // The key that says what kind of value it is: of {"value": …} the one around it.
    private static string KeyOf(RuleDifference difference) =>
        difference.Place[^1].Key == "value" && difference.Place.Count > 1 ? difference.Place[^2].Key : difference.Place[^1].Key;
}
