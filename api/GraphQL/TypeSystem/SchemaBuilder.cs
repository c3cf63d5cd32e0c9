namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Builds schemas.</summary>
public static class SchemaBuilder
{
}
