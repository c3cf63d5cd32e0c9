using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Collects what is wrong with SDL; <c>extensions.source</c> names the file.</summary>
internal sealed class SchemaErrors
{
    public const string Syntax = "SP-SCHEMA-001";
    public const string Duplicate = "SP-SCHEMA-002";
    public const string UnknownType = "SP-SCHEMA-003";
    public const string UnknownDirective = "SP-SCHEMA-004";
    public const string InvalidDirective = "SP-SCHEMA-005";
    public const string InvalidName = "SP-SCHEMA-006";
    public const string InvalidType = "SP-SCHEMA-007";
    public const string InvalidInterface = "SP-SCHEMA-008";
    public const string InvalidRoot = "SP-SCHEMA-009";
    public const string InvalidInput = "SP-SCHEMA-010";
    public const string InvalidExtension = "SP-SCHEMA-011";
    public const string InvalidConvention = "SP-SCHEMA-012";
    public const string InvalidCost = "SP-SCHEMA-013";

    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();
    private readonly Dictionary<Node, string> sources = new(ReferenceEqualityComparer.Instance);

    public bool Any => errors.Count > 0;

    public int Count => errors.Count;

    public ImmutableArray<GraphQLError> All => errors.ToImmutable();

    public void Own(string source, DefinitionNode definition)
    {
        sources[definition] = source;
        IEnumerable<Node> members = definition switch
        {
            ObjectTypeNode node => node.Fields,
            InterfaceTypeNode node => node.Fields,
            EnumTypeNode node => node.Values,
            InputObjectTypeNode node => node.Fields,
            _ => [],
        };
        foreach (var member in members)
        {
            sources[member] = source;
        }
    }

    /// <summary>The source of a node that replaces another one.</summary>
    public void Inherit(Node from, Node to)
    {
        if (sources.TryGetValue(from, out var source))
        {
            sources[to] = source;
        }
    }

    public void Add(string code, Node owner, string message, SourceLocation? at = null) =>
        errors.Add(With(sources.GetValueOrDefault(owner), new GraphQLError(code, message, at ?? owner.Location)));

    public void AddSyntax(string source, GraphQLError error) => errors.Add(With(source, error with { Code = Syntax }));

    private static GraphQLError With(string? source, GraphQLError error) =>
        source is null ? error : error with { Extensions = ImmutableSortedDictionary<string, object?>.Empty.Add("source", source) };
}
