using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation;

/// <summary>What rules read, and where they report.</summary>
public sealed class ValidationContext
{
    private readonly bool suggestions;
    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<ExecutableNode, ImmutableArray<ExecutableUses>> reachable = new(ReferenceEqualityComparer.Instance);

    internal ValidationContext(Schema schema, Document document, bool suggestions, ValidationLimits limits)
    {
        Schema = schema;
        Document = document;
        this.suggestions = suggestions;
        Limits = limits;
        Fragments = new Dictionary<string, FragmentNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Fragments)
        {
            Fragments.TryAdd(fragment.Name.Value, fragment);
        }

        Executables = [.. document.Definitions.OfType<ExecutableNode>().Select(node => TypedWalk.Over(schema, node))];
    }

    public Schema Schema { get; }

    public Document Document { get; }

    public IReadOnlyList<GraphQLError> Errors => errors;

    public ValidationLimits Limits { get; }

    /// <summary>Whether the schema may be asked for.</summary>
    public bool Introspection { get; init; } = true;

    internal Dictionary<string, FragmentNode> Fragments { get; }

    /// <summary>Operations and fragments in the order of the document.</summary>
    internal ImmutableArray<ExecutableUses> Executables { get; }

    internal bool IsFull => errors.Count >= Limits.ErrorsMax;

    /// <summary>False also when nobody would read it: finding names costs more than the rest of the validation.</summary>
    internal bool MaySuggest => suggestions && !IsFull;

    public void Report(string code, string message, params ReadOnlySpan<SourceLocation> locations)
    {
        if (!IsFull)
        {
            errors.Add(new GraphQLError(code, message, locations));
        }
    }

    /// <summary>" Did you mean …?" or nothing, also when suggestions are switched off.</summary>
    internal string Hint(string input, IEnumerable<string> options) =>
        MaySuggest ? Suggestions.DidYouMean(Suggestions.Near(input, options)) : "";

    /// <summary>The operation itself and every fragment it spreads, directly or not, each once.</summary>
    internal ImmutableArray<ExecutableUses> Reachable(ExecutableUses start)
    {
        if (reachable.TryGetValue(start.Node, out var known))
        {
            return known;
        }

        var byName = Executables
            .Where(uses => uses.Node is FragmentNode)
            .ToLookup(uses => ((FragmentNode)uses.Node).Name.Value, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<ExecutableUses>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<ExecutableUses>([start]);
        while (pending.TryDequeue(out var uses))
        {
            found.Add(uses);
            foreach (var spread in uses.Spreads)
            {
                if (seen.Add(spread.Node.Name.Value) && byName[spread.Node.Name.Value].FirstOrDefault() is { } fragment)
                {
                    pending.Enqueue(fragment);
                }
            }
        }

        return reachable[start.Node] = found.ToImmutable();
    }
}
