using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Sql.Planning.Context;

namespace SocietyParty.Service.Options;

/// <summary>Everything that can be set. The defaults are those of a local start.</summary>
public sealed record ServiceOptions
{
    public HttpLimits Http { get; init; } = new();

    public TransportLimits Transport { get; init; } = new();

    public ParserLimits Parser { get; init; } = new();

    public ValidationLimits Validation { get; init; } = new();

    public BinderLimits Binder { get; init; } = new();

    public QueryLimits Query { get; init; } = new();

    public CostLimits Cost { get; init; } = new();

    public RateLimits Rates { get; init; } = new();

    public ExportLimits Export { get; init; } = new();

    public ReplicaLimits Replica { get; init; } = new();

    public Switches Switches { get; init; } = new();

    public TrustOptions Trusted { get; init; } = new();

    public DatabaseSettings Database { get; init; } = new();

    public RuleSettings Rules { get; init; } = new();

    public AccessSettings Access { get; init; } = new();

    public EdgeSettings Edge { get; init; } = new();
}

/// <summary>What a service for the public may not want to show, and what it may want to accept.</summary>
/// <param name="Introspection"><c>__schema</c> and <c>__type</c>, and with them names that messages suggest; <c>__typename</c> always
/// works.</param>
/// <param name="GraphiQL">The page at <c>/graphql</c>, Altair today; the setting kept its name.</param>
/// <param name="RequestBatching">Whether a body may be an array of requests.</param>
/// <param name="VariableBatching">Whether <c>variables</c> may be an array, each item an execution of its own.</param>
/// <param name="Mutations">Whether mutations are accepted.</param>
/// <param name="AllowedOrigins">Origins besides the service's own whose pages may open connections, separated by semicolons.</param>
/// <param name="JsonLogs">Whether the log has a JSON object a line, for programs that collect it.</param>
public sealed record Switches(
    bool Introspection = true,
    bool GraphiQL = true,
    bool RequestBatching = false,
    bool VariableBatching = false,
    bool Mutations = true,
    string AllowedOrigins = "",
    bool JsonLogs = false
);

/// <summary>The private cluster.</summary>
/// <param name="Port">Its port on 127.0.0.1, kept from then on; null for the one that it keeps.</param>
public sealed record DatabaseSettings(int? Port = null);

/// <summary>Rule sets of an office's own.</summary>
/// <param name="Folder">Where they are (*.json), beside the program's; null for none.</param>
public sealed record RuleSettings(string? Folder = null);

/// <summary>Documents that are known before anybody asks.</summary>
/// <param name="Folder">Where they are: <c>.graphql</c> files, and manifests as <c>.json</c>; null for none.</param>
/// <param name="Only">Whether every other document is refused.</param>
public sealed record TrustOptions(string? Folder = null, bool Only = false);
