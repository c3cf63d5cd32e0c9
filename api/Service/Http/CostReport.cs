using System.Text.Json;
using SocietyParty.GraphQL.Execution.Cost;

namespace SocietyParty.Service.Http;

/// <summary>What the header <c>GraphQL-Cost</c> asks for, as in HotChocolate.</summary>
internal enum CostMode
{
    None,

    /// <summary><c>report</c>: the cost beside the data.</summary>
    Report,

    /// <summary><c>validate</c>: the cost instead of the data; nothing runs.</summary>
    Validate,
}

/// <summary><c>extensions.operationCost</c>.</summary>
internal static class CostReport
{
    public const string Header = "GraphQL-Cost";

    public static CostMode Asked(HttpRequest request) =>
        request.Headers[Header].ToString() switch
        {
            "report" => CostMode.Report,
            "validate" => CostMode.Validate,
            _ => CostMode.None,
        };

    /// <summary>Null when nobody asks.</summary>
    public static Action<Utf8JsonWriter>? Extension(CostMode mode, OperationCost cost) =>
        mode == CostMode.None
            ? null
            : writer =>
            {
                writer.WriteStartObject("operationCost");
                writer.WriteNumber("fieldCost", cost.FieldCost);
                writer.WriteNumber("typeCost", cost.TypeCost);
                writer.WriteEndObject();
            };
}
