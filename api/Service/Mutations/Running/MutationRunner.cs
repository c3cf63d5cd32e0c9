using System.Buffers;
using System.Text.Json;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Introspection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>A mutation operation → its response: one change after the other, each with what is read after it.</summary>
internal sealed class MutationRunner(
    GraphQLSchema schema,
    MutationTransaction transactions,
    StatementRunner statements,
    IOtherChanges? others = null
)
{
    /// <summary>
    /// The whole response. A failure of the database throws where nothing was done yet; after a change was, the answer says what became
    /// of each: who gets no more than an outage would not know what to repeat.
    /// </summary>
    /// <param name="failed">Told of a failure that the answer only names.</param>
    public async Task<ReadOnlyMemory<byte>> RunAsync(
        PreparedQuery query,
        Action<Utf8JsonWriter>? extensions,
        Action<NpgsqlException> failed,
        CancellationToken ct
    )
    {
        var hasDone = false;
        var hasFailed = false;
        var body = new ArrayBufferWriter<byte>();
        var response = new ResponseEnvelope(body);
        response.StartData();
        var changes = query.Plan.Changes.GetEnumerator();
        foreach (var field in query.Plan.Operation.Fields)
        {
            response.Field(field.ResponseKey);
            if (field.IsMeta)
            {
                body.Write(IntrospectionWriter.Value(schema, field, query.Variables).Span);
                continue;
            }

            changes.MoveNext();
            var outcome = MutationOutcome.Interrupted(ChangeOutcome.NotTried);
            Dictionary<string, string?> read = [];
            try
            {
                if (!hasFailed && others is not null && MutationCatalogue.Elsewhere.Contains(field.Field.Name))
                {
                    outcome = await OtherAsync(others, field, changes.Current, query, read, ct);
                    hasDone |= outcome.Changed is not null;
                }
                else if (!hasFailed)
                {
                    outcome = await ChangeAsync(field, query, ct);
                    hasDone |= outcome.Changed is not null;
                    // A refused change has nothing to read but what its payload asks beside it.
                    read =
                        !changes.Current.Payload.Columns.IsEmpty && (outcome.Changed is not null || AsksBeside(field))
                            ? await ReadAsync(changes.Current, query, outcome.Changed, ct)
                            : [];
                }
            }
            catch (NpgsqlException error) when (hasDone && !ct.IsCancellationRequested)
            {
                failed(error);
                hasFailed = true;
                outcome = MutationOutcome.Interrupted(outcome.Changed is null ? ChangeOutcome.Unknown : ChangeOutcome.Unread);
            }

            PayloadWriter.Write(body, field, outcome, read, query.Language);
        }

        response.EndData();
        response.End(extensions);
        return body.WrittenMemory;
    }

    private async Task<MutationOutcome> ChangeAsync(SelectedField field, PreparedQuery query, CancellationToken ct)
    {
        var input = InputTree.Fields((InputObject)field.Argument("input")!, query.Variables);
        var changed = ((ObjectType)field.Field.Type.Named).Fields[0].Type.Named.Name;
        return await transactions.RunAsync(field.Field.Name, input, changed, query.Access, ct);
    }

    private async Task<MutationOutcome> OtherAsync(
        IOtherChanges others,
        SelectedField field,
        PlannedChange change,
        PreparedQuery query,
        Dictionary<string, string?> read,
        CancellationToken ct
    )
    {
        var outcome = await others.RunAsync(field, query, read, ct);
        if (AsksBeside(field))
        {
            foreach (var (key, json) in await ReadAsync(change, query, null, ct))
            {
                read[key] = json;
            }
        }

        return outcome;
    }

    private bool AsksBeside(SelectedField field) =>
        field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named).Any(part => ReferenceEquals(part.Field.Type.Named, schema.Query));

    /// <summary>JSON by response key.</summary>
    /// <param name="key">Of what was changed; null finds nothing.</param>
    private async Task<Dictionary<string, string?>> ReadAsync(PlannedChange change, PreparedQuery query, long? key, CancellationToken ct)
    {
        try
        {
            return await ReadOnceAsync(change, query, key, ct);
        }
        catch (NpgsqlException broken) when (broken.IsTransient && !ct.IsCancellationRequested)
        {
            // A connection of before an outage; reading once more changes nothing.
            return await ReadOnceAsync(change, query, key, ct);
        }
    }

    private async Task<Dictionary<string, string?>> ReadOnceAsync(
        PlannedChange change,
        PreparedQuery query,
        long? key,
        CancellationToken ct
    )
    {
        var variables = query.Variables.For(new Dictionary<string, object?> { [ChangePlan.ChangedKey] = key });
        var read = new Dictionary<string, string?>();
        await statements.RunAsync(
            change.Payload,
            change.Payload.Read(variables).Value,
            query.Access,
            async reader =>
            {
                for (var i = 0; i < change.Payload.Columns.Length; i++)
                {
                    read[change.Payload.Columns[i]] = await reader.IsDBNullAsync(i, ct)
                        ? null
                        : await reader.GetFieldValueAsync<string>(i, ct);
                }
            },
            ct
        );
        return read;
    }
}
