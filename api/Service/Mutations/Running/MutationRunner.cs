using System.Buffers;
using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Introspection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>A mutation operation → its response: one change after the other, each with what is read after it.</summary>
internal sealed class MutationRunner(GraphQLSchema schema, MutationTransaction transactions, StatementRunner statements)
{
    /// <summary>The whole response. Failures of the database throw; changes before it stay.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(PreparedQuery query, Action<Utf8JsonWriter>? extensions, CancellationToken ct)
    {
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
            var outcome = await ChangeAsync(field, query, ct);
            // A refused change has nothing to read but what its payload asks beside it.
            var read =
                !changes.Current.Payload.Columns.IsEmpty && (outcome.Changed is not null || AsksBeside(field))
                    ? await ReadAsync(changes.Current, query, outcome.Changed, ct)
                    : [];
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
        return await transactions.RunAsync(field.Field.Name, input, changed, query.Actor, ct);
    }

    private bool AsksBeside(SelectedField field) =>
        field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named).Any(part => ReferenceEquals(part.Field.Type.Named, schema.Query));

    /// <summary>JSON by response key.</summary>
    /// <param name="key">Of what was changed; null finds nothing.</param>
    private async Task<Dictionary<string, string?>> ReadAsync(PlannedChange change, PreparedQuery query, long? key, CancellationToken ct)
    {
        var variables = query.Variables.For(new Dictionary<string, object?> { [ChangePlan.ChangedKey] = key });
        var read = new Dictionary<string, string?>();
        await statements.RunAsync(
            change.Payload,
            change.Payload.Read(variables).Value,
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
