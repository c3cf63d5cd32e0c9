using System.Buffers;
using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Planning.Roots;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http;

/// <summary>
/// A query with <c>whatIf</c> or <c>whoAmI</c> → its answer. A replay is rules of C# between several statements, so it is no part of the
/// one statement: it is computed by what <c>rules what-if</c> computes it with; who asks is known to the service alone. What else is asked
/// is read field by field.
/// </summary>
internal sealed class ReplayRunner(QueryPipeline pipeline, DatabaseFailures failures, Replay replay, WhoAmI whoAmI)
{
    // Who waits for an answer waits no longer; the command line does.
    public static readonly ReplayLimits Limits = new(MsMax: 60_000);

    public static bool IsFor(PreparedQuery query) => query.Plan.Operation.Fields.Any(ServiceFields.Has);

    public async Task<OperationResponse> RunAsync(
        PreparedQuery query,
        string trace,
        Action<Utf8JsonWriter>? extensions,
        CancellationToken ct
    )
    {
        var roots = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var errors = new List<GraphQLError>(query.Failures);
        foreach (var field in query.Plan.Operation.Fields.Where(field => !field.IsMeta && !query.Fails(field)))
        {
            if (ServiceFields.Has(field) && field.Field.Name == ServiceFields.WhoAmI)
            {
                roots[field.ResponseKey] = ReplayJson.Write(await whoAmI.OfAsync(query.Access, field, ct), field, query.Variables);
                continue;
            }

            if (ServiceFields.Has(field) && !query.Access.MayReplay)
            {
                errors.Add(EngineWords.In(DatabaseFailures.NotAllowed(field), query.Language));
                continue;
            }

            if (ServiceFields.Has(field))
            {
                if (await ReplayAsync(field, query, errors, ct) is { } value)
                {
                    roots[field.ResponseKey] = value;
                }

                continue;
            }

            var alone = pipeline.Alone(query, field);
            try
            {
                await using var snapshot = await pipeline.OpenSnapshotAsync(query.Access, ct);
                roots[field.ResponseKey] = await QueryPipeline.ValueAsync(pipeline.Schema, alone, snapshot, ct);
            }
            catch (PostgresException error) when (failures.Explain(error, alone.Plan, query.Language, trace) is { IsPartial: true } failed)
            {
                errors.AddRange(failed.Errors);
            }
        }

        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(
            body,
            pipeline.Schema,
            query.Plan.Operation,
            query.Variables,
            roots,
            errors,
            extensions,
            query.OnError == ErrorMode.Propagate
        );
        return new(StatusCodes.Status200OK, body.WrittenMemory) { Code = errors.Count == 0 ? null : errors[0].Code };
    }

    private async Task<ReadOnlyMemory<byte>?> ReplayAsync(
        SelectedField field,
        PreparedQuery query,
        List<GraphQLError> errors,
        CancellationToken ct
    )
    {
        var variables = query.Variables;
        var committee = Argument(field, "committee", variables) as string;
        long? key = null;
        if (committee is { } id)
        {
            if (!GlobalId.TryParse(id, out var type, out var named) || type != "Committee")
            {
                errors.Add(
                    new GraphQLError("SP-ID-001", $"\"{id}\" is not the identity of a Committee.", [field.Location], [field.ResponseKey])
                );
                return null;
            }

            key = named;
        }

        var request = new ReplayRequest(
            Rules((string)Argument(field, "ruleSet", variables)!),
            (DateOnly)Argument(field, "from", variables)!,
            (DateOnly)Argument(field, "to", variables)!,
            committee,
            (bool)Argument(field, "asDated", variables)!,
            key
        );
        // Of a committee in its own role: what policies hide is not replayed.
        await using var seen = await pipeline.OpenSnapshotAsync(query.Access, ct);
        var outcome = await replay.RunAsync(request, seen.Connection, seen.Transaction, ct);
        return ReplayJson.Write(outcome, field, variables, query.Language);
    }

    // A code has no braces.
    private static ReplayedRules Rules(string text) =>
        text.AsSpan().TrimStart().StartsWith("{") ? new(new RuleSetFile("/ruleSet", text), null) : new(null, text.Trim());

    internal static object? Argument(SelectedField field, string name, CoercedVariables variables) =>
        field.Argument(name) is InputLeaf leaf ? leaf.Source.Read(variables) : null;
}
