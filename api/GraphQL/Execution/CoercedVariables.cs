using System.Collections.Frozen;

namespace SocietyParty.GraphQL.Execution;

/// <summary>The variables of one request, coerced to their types, defaults filled in.</summary>
public sealed class CoercedVariables
{
    /// <summary>No variables at all.</summary>
    public static readonly CoercedVariables Empty = new(
        FrozenDictionary<string, object?>.Empty,
        FrozenDictionary<string, string>.Empty,
        ""
    );

    private readonly IReadOnlyDictionary<string, object?> values;
    private readonly IReadOnlyDictionary<string, string> kinds;

    private readonly IReadOnlyDictionary<string, object?> happened;

    internal CoercedVariables(
        IReadOnlyDictionary<string, object?> values,
        IReadOnlyDictionary<string, string> kinds,
        string shapeKey,
        IReadOnlyDictionary<string, object?>? happened = null
    )
    {
        this.values = values;
        this.kinds = kinds;
        this.happened = happened ?? FrozenDictionary<string, object?>.Empty;
        ShapeKey = shapeKey;
    }

    /// <summary>
    /// Two requests of one operation with equal keys bind to equal operations. Holds which variables are absent or null, the
    /// fields present, lengths of lists that have structure, Booleans that @include and @skip read, structural enums, and the kinds
    /// of things that identities name; never another value.
    /// </summary>
    public string ShapeKey { get; }

    /// <summary>False when the variable was neither given nor defaulted.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>
    /// The plain value, null when absent. Input objects are <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, lists
    /// <c>IReadOnlyList&lt;object?&gt;</c>, leaves as in <see cref="LeafSource.Read"/>.
    /// </summary>
    public object? Get(string name) => values.GetValueOrDefault(name);

    /// <summary>Stands between the kinds of a list's identities.</summary>
    public const char KindSeparator = ' ';

    /// <summary>The kind of thing that a variable of type ID names, of a list all kinds; null where the host does not know one.</summary>
    public string? KindOf(string name) => kinds.GetValueOrDefault(name);

    /// <summary>The same variables for one event of a source stream (specification, section 6.2.3.2), whose values
    /// <see cref="EventSource"/> reads.</summary>
    public CoercedVariables For(IReadOnlyDictionary<string, object?> values) =>
        new(this.values, kinds, ShapeKey, values) { Language = Language };

    /// <summary>In which language sentences are answered: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; private init; } = "en";

    /// <summary>The same variables of a request that is answered in a language.</summary>
    public CoercedVariables In(string language) => new(values, kinds, ShapeKey, happened) { Language = language };

    /// <summary>A value of the event; null before there is one.</summary>
    internal object? Happened(string name) => happened.GetValueOrDefault(name);
}
