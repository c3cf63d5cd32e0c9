using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Planning.Context;

namespace SocietyParty.Sql.Planning.Groups;

/// <summary>The argument <c>by</c>: what rows are grouped by.</summary>
internal static class GroupKeys
{
    /// <summary>The keys in their order; one that is named twice, and more than the limit, is an error.</summary>
    public static ImmutableArray<string> Of(InputList by, PlanContext context)
    {
        var seen = new List<string>();
        foreach (var key in by.Items.Cast<InputStructural>())
        {
            if (seen.Contains(key.Value))
            {
                context.Fail("SP-GROUP-001", $"\"by\" names the key {key.Value} twice. Give each key once.", key.Location);
            }
            else
            {
                seen.Add(key.Value);
            }
        }

        if (seen.Count > context.Limits.GroupKeysMax)
        {
            context.Fail(
                "SP-GROUP-002",
                $"\"by\" has {seen.Count} keys, more than {context.Limits.GroupKeysMax}. Group by fewer.",
                by.Location
            );
        }

        return [.. seen];
    }
}
