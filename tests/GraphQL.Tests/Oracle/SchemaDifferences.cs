using System.Text.RegularExpressions;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>
/// Everything in which this engine and the oracle may differ about a schema, each with its reason. Messages are compared, not places:
/// the oracle points at every place of a conflict. Both sides check in stages and stop after the first that found something, but the
/// stages are cut differently; so of two slips each side may tell another one.
/// </summary>
internal static partial class SchemaDifferences
{
    /// <summary>Null where both say the same.</summary>
    public static OracleDifference? Between(OracleAnswer ours, OracleAnswer theirs, int slips)
    {
        // While it makes types the oracle throws at what its rules have not judged yet: an output type of an argument, endless default
        // values.
        if (theirs.HasThrown && ours.Errors.Count > 0)
        {
            return null;
        }

        var mine = ours.Errors.Select(Line).ToHashSet(StringComparer.Ordinal);
        var other = theirs.Errors.Select(Line).ToHashSet(StringComparer.Ordinal);
        // Section 3: a document with operations makes no schema; the oracle leaves them out.
        if (mine.Contains("A schema cannot contain operations or fragments."))
        {
            return null;
        }
        // Section 3.3.2: "The Schema must already be defined." The oracle makes one of the extension, and judges that.
        if (mine.Contains("Cannot extend the schema because it is not defined."))
        {
            return null;
        }
        // Section 3.3: no provided type may have a name that conflicts with a built-in one. The oracle keeps its own and says nothing.
        if (mine.Any(line => line.EndsWith("is built in and cannot be defined again.", StringComparison.Ordinal)))
        {
            return null;
        }
        // Section 3.10 of September 2025, InputObjectDefaultValueHasCycle: the oracle learns of it only when a value is coerced.
        mine.RemoveWhere(line => line.StartsWith("Invalid circular reference. The default value", StringComparison.Ordinal));
        // Section 3.10.3: "The @oneOf directive must not be provided by an Input Object type extension." The oracle leaves it out.
        mine.RemoveWhere(line => line.EndsWith(" a OneOf Input Object in an extension.", StringComparison.Ordinal));
        // Rules of @cost and @listSize, which the oracle does not know.
        mine.RemoveWhere(line =>
            line.StartsWith("@listSize of ", StringComparison.Ordinal) || line.StartsWith("@cost of ", StringComparison.Ordinal)
        );
        // Our convention derives such types when they are named; without that they are unknown.
        if (other.RemoveWhere(line => Derived().IsMatch(line)) > 0 && mine.Count > 0)
        {
            return null;
        }
        // The oracle suggests types of introspection too, which no schema has a use for: of such a line only what is unknown is compared.
        foreach (var unknown in other.Select(line => Introspective().Match(line)).Where(match => match.Success).ToList())
        {
            var head = unknown.Groups[1].Value;
            other.Remove(unknown.Value);
            other.Add(head);
            if (mine.RemoveWhere(line => line.StartsWith(head, StringComparison.Ordinal)) > 0)
            {
                mine.Add(head);
            }
        }
        // Section 3.3.1: root types "must all be different types". The oracle does not look.
        mine.RemoveWhere(line => line.StartsWith("All root types must be different", StringComparison.Ordinal));
        // Section 3.6, 3.10 and 3.13 of September 2025: a default value must be compatible with its type. The oracle drops the value.
        if (mine.RemoveWhere(line => line.Contains(" has invalid default value: ", StringComparison.Ordinal)) > 0)
        {
            mine.RemoveWhere(line => line.EndsWith(" cannot have a default value.", StringComparison.Ordinal) && !other.Contains(line));
        }
        // Section 5.6.1 holds for every value in a document. The oracle reads arguments of directives only where it needs them itself.
        var values = mine.RemoveWhere(line => Value().IsMatch(line));
        if (values > 0)
        {
            mine.RemoveWhere(line => line.EndsWith(" cannot be deprecated.", StringComparison.Ordinal) && !other.Contains(line));
        }
        // Of two definitions with one name we read the first, the oracle both; and with an unknown type we do not look into fields.
        var isCutShort = mine.Any(line =>
            line.StartsWith("There can be only one type named", StringComparison.Ordinal)
            || line.StartsWith("Unknown type", StringComparison.Ordinal)
            || line == "Must provide only one schema definition."
        );
        var agree =
            mine.Count == 0 || other.Count == 0
                ? mine.Count == other.Count
                : mine.Overlaps(other) && (slips > 1 || isCutShort || mine.IsSubsetOf(other) || other.IsSubsetOf(mine));
        return agree ? null : new OracleDifference(Names().Replace(mine.Concat(other).First(), ""), [.. mine], [.. other]);
    }

    // Of a circle only that there is one: the error names whichever type is met first. And in an extension the oracle takes an input field
    // for an argument.
    private static string Line(OracleError error) =>
        Named(Circle().Replace(error.Message, "$1").Replace("INPUT_FIELD_DEFINITION", "ARGUMENT_DEFINITION", StringComparison.Ordinal));

    private static string Named(string line) =>
        Required().Replace(line, "Object field $1 includes required argument $2 that is missing from the Interface field $3.");

    [GeneratedRegex(
        "^(Expected value of type|(Int|Float|String|Boolean|ID|Enum \"[^\"]*\") cannot represent|Value \"[^\"]*\" does not exist in|"
            + "Field \"[^\"]*\" (of required type|is not defined by type|must be non-null)|OneOf Input Object)"
    )]
    private static partial Regex Value();

    [GeneratedRegex("^(Cannot reference Input Object) .*")]
    private static partial Regex Circle();

    [GeneratedRegex("^Unknown type \"[^\"]*(FilterInput|SortInput|Connection|Edge)\"")]
    private static partial Regex Derived();

    [GeneratedRegex("^(Unknown type \"[^\"]*\"[.]) Did you mean .*\"__.*$")]
    private static partial Regex Introspective();

    // The next version of the oracle says it so, as it is true of interfaces, too.
    [GeneratedRegex(
        "^Argument \"([^(]*)[(]([^:]*):[)]\" must not be required type \"[^\"]*\" if not provided by the Interface field \"([^\"]*)\"[.]$"
    )]
    private static partial Regex Required();

    [GeneratedRegex("\"[^\"]*\"|[A-Z_a-z0-9]+[A-Z_.0-9][A-Za-z0-9.]*")]
    private static partial Regex Names();
}
