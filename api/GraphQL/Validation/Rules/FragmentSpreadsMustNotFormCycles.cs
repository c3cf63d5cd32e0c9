using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.2.2: spreading fragments comes to an end.</summary>
public sealed class FragmentSpreadsMustNotFormCycles : IValidationRule
{
    public string Code => CycleCode;

    internal const string CycleCode = "SP-VALIDATE-506";

    public void Check(ValidationContext context)
    {
        var spreads = context.Fragments.ToDictionary(pair => pair.Key, pair => SpreadsIn(pair.Value), StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in context.Document.Fragments.Select(fragment => fragment.Name.Value))
        {
            if (visited.Add(name))
            {
                Search(context, name, spreads, visited);
            }
        }
    }

    /// <summary>The outer ones first, so that the error names the shortest way round.</summary>
    private static List<FragmentSpreadNode> SpreadsIn(FragmentNode fragment)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([fragment.SelectionSet]);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } inner }:
                        pending.Push(inner);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return spreads;
    }

    /// <summary>Depth first with a stack of its own: a chain of fragments may be longer than ours is deep.</summary>
    private void Search(
        ValidationContext context,
        string start,
        Dictionary<string, List<FragmentSpreadNode>> spreads,
        HashSet<string> visited
    )
    {
        // path[i] is the spread that led from the fragment of depth i to that of depth i + 1.
        var path = new List<FragmentSpreadNode>();
        var depths = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        var frames = new Stack<(string Name, int Next)>([(start, 0)]);
        while (frames.TryPop(out var frame))
        {
            var own = spreads[frame.Name];
            if (frame.Next == own.Count)
            {
                depths.Remove(frame.Name);
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            frames.Push(frame with { Next = frame.Next + 1 });
            var spread = own[frame.Next];
            if (depths.TryGetValue(spread.Name.Value, out var depth))
            {
                Report(context, [.. path.Skip(depth), spread]);
            }
            else if (spreads.ContainsKey(spread.Name.Value) && visited.Add(spread.Name.Value))
            {
                path.Add(spread);
                depths[spread.Name.Value] = path.Count;
                frames.Push((spread.Name.Value, 0));
            }
        }
    }

    private void Report(ValidationContext context, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\""));
        context.Report(
            Code,
            $"Cannot spread fragment \"{cycle[^1].Name}\" within itself{(via.Length == 0 ? "." : $" via {via}.")}",
            [.. cycle.Select(spread => spread.Location)]
        );
    }
}
