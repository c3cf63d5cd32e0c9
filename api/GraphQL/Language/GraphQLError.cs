using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

/// <summary>An expected failure as a value. <c>Code</c> is stable (<c>SP-SYNTAX-001</c>) and goes out as <c>extensions.code</c>.</summary>
/// <param name="Code">Stable identifier of the kind of failure.</param>
/// <param name="Message">A sentence for a person; safe to show to a client.</param>
/// <param name="Locations">Places in the document, may be empty.</param>
/// <param name="Path">Response keys (<see cref="string"/>) and list indexes (<see cref="int"/>); empty when no field is concerned.</param>
/// <param name="Extensions">Further entries of <c>extensions</c>, values as JSON text-able plain objects; null for none.</param>
public sealed record GraphQLError(
    string Code,
    string Message,
    ImmutableArray<SourceLocation> Locations,
    ImmutableArray<object> Path,
    ImmutableSortedDictionary<string, object?>? Extensions = null
)
{
    public GraphQLError(string code, string message, params ReadOnlySpan<SourceLocation> locations)
        : this(code, message, Known(locations), []) { }

    public override string ToString() => Locations.IsEmpty ? $"{Code} {Message}" : $"{Code} {Message} ({string.Join(", ", Locations)})";

    private static ImmutableArray<SourceLocation> Known(ReadOnlySpan<SourceLocation> locations)
    {
        var known = ImmutableArray.CreateBuilder<SourceLocation>(locations.Length);
        foreach (var location in locations)
        {
            if (location.IsKnown)
            {
                known.Add(location);
            }
        }

        return known.ToImmutable();
    }
}
