using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>The service's pipeline up to the statement, over the contract and without a database.</summary>
internal static class ServicePipeline
{
    public static readonly SocietyParty.GraphQL.TypeSystem.Schema Schema = WebHost.SchemaOfContract();

    public static QueryPipeline Of(ServiceOptions? options = null, TrustedDocuments? trusted = null) =>
        new(
            Schema,
            new QueryPlanner(Schema, GraphMap.For(Schema), (options ?? new()).Query),
            new StatementRunner(new SessionSources(null, _ => throw new InvalidOperationException("Nothing reaches a database."))),
            options ?? new(),
            trusted ?? TrustedDocuments.None
        );

    public static Outcome<PreparedQuery> Prepare(string query, string? variables = null, ServiceOptions? options = null)
    {
        using var pipeline = Of(options);
        using var parsed = JsonDocument.Parse(variables ?? "{}", new() { MaxDepth = 10_000 });
        return pipeline.Prepare(new GraphQLRequest(query, null, parsed.RootElement) { Access = RequestAccess.Open(Actors.Unknown) });
    }

    /// <summary>Codes of the errors, each once, separated by spaces; empty for a query that can run.</summary>
    public static string Codes(string query, string? variables = null, ServiceOptions? options = null) =>
        string.Join(' ', Prepare(query, variables, options).Errors.Select(error => error.Code).Distinct());
}
