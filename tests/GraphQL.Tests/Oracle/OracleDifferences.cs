using System.Text.RegularExpressions;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>What only one side said. <c>Kind</c> is the first of it without names and places, to group by.</summary>
internal sealed record OracleDifference(string Kind, IReadOnlyList<string> Ours, IReadOnlyList<string> Theirs)
{
    public override string ToString() => $"ours:\n  {string.Join("\n  ", Ours)}\ntheirs:\n  {string.Join("\n  ", Theirs)}";
}

/// <summary>
/// Everything in which this engine and the oracle may differ, each with its reason. What is not listed here is a fault of the engine.
/// Messages, places and how often each occurs are compared; their order is not.
/// </summary>
internal static partial class OracleDifferences
{
    /// <summary>Null where both say the same.</summary>
    public static OracleDifference? Between(OracleAnswer ours, OracleAnswer theirs)
    {
        // The oracle's rule on subscriptions reads the arguments of @skip before another rule has told that they are missing, and throws.
        if (theirs.HasThrown && ours.Errors.Count > 0)
        {
            return null;
        }

        var mine = Lines(ours);
        var other = Lines(theirs);
        if (IsConflicting(mine) == IsConflicting(other) || MayMissConflicts(ours))
        {
            // Conflicts are reported one by one, each with the first field under its key; the oracle tells every pair, and merges those
            // below a pair into one message. Here it matters only that there is one.
            mine.RemoveAll(IsConflict);
            other.RemoveAll(IsConflict);
        }

        // The oracle takes any value for a scalar of ours; we know which days there are.
        mine.RemoveAll(line => StrictScalar().IsMatch(line));
        // Section 3.5.2: what no finite double holds is an error; the oracle takes 1e400 for infinity.
        mine.RemoveAll(line => EndlessFloat().IsMatch(line));
        // Section 3.13.3 of September 2025: the reason of @deprecated is non-null; it shows only where the directive may not stand.
        if (mine.Exists(IsDeprecation))
        {
            mine.RemoveAll(line => line.Contains("\"String!\"", StringComparison.Ordinal) && !other.Contains(line));
            other.RemoveAll(line => line.Contains("\"String\"", StringComparison.Ordinal) && !mine.Contains(line));
        }

        // Rule 5.2.2.1 of the September 2025 specification, which the oracle leaves to execution.
        mine.RemoveAll(line => line.Contains("operation is not supported by the schema.", StringComparison.Ordinal));
        // The oracle overlooks a nullable variable in a OneOf input object whose place is non-null or a list.
        mine.RemoveAll(line =>
            line.Contains("must be non-nullable to be used for OneOf Input Object", StringComparison.Ordinal) && !other.Contains(line)
        );
        if (mine.RemoveAll(IsCondition) > 0)
        {
            // Rule 5.2.4.1 of September 2025; by that of 2021 the oracle leaves out what @skip(if: true) is on before it counts.
            mine.RemoveAll(line => RootField().IsMatch(line));
            other.RemoveAll(line => RootField().IsMatch(line));
        }

        if (mine.Exists(IsTwin) && other.Exists(IsTwin))
        {
            // Of two fragments with one name we read the first, the oracle the last.
            mine.RemoveAll(line => !IsTwin(line));
            other.RemoveAll(line => !IsTwin(line));
        }

        // Of an object that is wrong we show ten fields and how many more there are; the oracle shows all.
        if (mine.Exists(line => ManyFields().IsMatch(line)))
        {
            mine = [.. mine.Select(line => ShownValue().Replace(line, ""))];
            other = [.. other.Select(line => ShownValue().Replace(line, ""))];
        }

        var mineOnly = Without(mine, other);
        var otherOnly = Without(other, mine);
        // We stop at nine errors. And a request that defines types is refused for that; we do not judge what the definition says.
        if (
            ours.Errors.Count >= ValidationLimits.ErrorsMaxDefault
            || mine.Any(line => line.Contains("definition is not executable", StringComparison.Ordinal))
        )
        {
            otherOnly.Clear();
        }

        if (mineOnly.Count + otherOnly.Count == 0)
        {
            return null;
        }

        var kind = Names().Replace(mineOnly.Concat(otherOnly).First(), "");
        return new OracleDifference(kind, mineOnly, otherOnly);
    }

    private static bool IsConflicting(List<string> lines) => lines.Exists(IsConflict);

    private static bool IsConflict(string line) =>
        line.StartsWith("Fields \"", StringComparison.Ordinal) && line.Contains(" conflict because ", StringComparison.Ordinal);

    private static bool IsCondition(string line) =>
        line.Contains("must not use `@skip` or `@include` directives in the top level selection", StringComparison.Ordinal);

    private static bool IsDeprecation(string line) =>
        line.StartsWith("Directive \"@deprecated\" may not be used", StringComparison.Ordinal);

    private static bool IsTwin(string line) => line.StartsWith("There can be only one fragment named", StringComparison.Ordinal);

    /// <summary>
    /// Conflicts come last, and only in what operations reach: not beyond nine errors, not in a fragment that nobody spreads, not where
    /// fragments spread in a circle. Such a document is refused anyway.
    /// </summary>
    private static bool MayMissConflicts(OracleAnswer ours) =>
        ours.Errors.Count >= ValidationLimits.ErrorsMaxDefault
        || ours.Errors.Any(error =>
            error.Message.StartsWith("Cannot spread fragment", StringComparison.Ordinal)
            || (
                error.Message.StartsWith("Fragment \"", StringComparison.Ordinal)
                && error.Message.EndsWith("\" is never used.", StringComparison.Ordinal)
            )
        );

    /// <summary>What is left of the first when each line of the second takes one away.</summary>
    private static List<string> Without(List<string> lines, List<string> taken)
    {
        var left = lines.ToList();
        foreach (var line in taken)
        {
            left.Remove(line);
        }

        return left;
    }

    private static List<string> Lines(OracleAnswer answer) => [.. answer.Errors.Select(error => Block().Replace(error.ToString(), Plain))];

    // Our printer puts a block string on lines of its own, as descriptions stand in SDL.
    private static string Plain(Match block) => $"\"\"\"{block.Groups[1].Value}\"\"\"";

    [GeneratedRegex("\"\"\"\n(.*?)\n\"\"\"", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^(Anonymous )?Subscription .*must (select only one|not select an introspection) top level field")]
    private static partial Regex RootField();

    [GeneratedRegex("^Float cannot represent non numeric value: -?[0-9]+([.][0-9]+)?[eE]")]
    private static partial Regex EndlessFloat();

    [GeneratedRegex("[.]{3} [0-9]+ more fields?[ ,}\\]]")]
    private static partial Regex ManyFields();

    [GeneratedRegex("(?<= got invalid value )[{\\[].*[}\\]](?=;| at )", RegexOptions.Singleline)]
    private static partial Regex ShownValue();

    [GeneratedRegex("(^|; )(Date|DateTime|Decimal|Long) cannot represent value: ")]
    private static partial Regex StrictScalar();

    [GeneratedRegex("\"[^\"]*\"|[0-9]+:[0-9]+|[0-9]+|\\{.*\\}|Did you mean.*|[,()]")]
    private static partial Regex Names();
}
