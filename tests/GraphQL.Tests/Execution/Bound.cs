using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Execution;

internal static class Bound
{
    public static Outcome<CoercedVariables> Variables(string query, string json = "{}")
    {
        var document = Sample.Parse(query);
        using var parsed = JsonDocument.Parse(json);
        return VariableCoercion.Coerce(Sample.Schema, document, document.Operations.First(), parsed.RootElement);
    }

    public static Outcome<BoundOperation> Operation(string query, string json = "{}", string? name = null) =>
        OperationBinder.Bind(Sample.Schema, Sample.Parse(query), name, Variables(query, json).Value);

    public static SelectedField Field(string query, string json = "{}") => Operation(query, json).Value.Fields[0];
}
