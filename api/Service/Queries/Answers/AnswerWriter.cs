using System.Buffers;
using System.Text.Json;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Introspection;

namespace SocietyParty.Service.Queries.Answers;

/// <summary>
/// The response of an operation that ran: <c>{"data":{…},"extensions":…}</c>. PostgreSQL's JSON is passed through as it arrives, so
/// the memory needed does not grow with the answer.
/// </summary>
internal sealed class AnswerWriter(GraphQLSchema schema, PreparedQuery query, IAnswerSink sink)
{
    /// <summary>What is written between two pauses of the sink.</summary>
    internal const int PieceBytes = 8 * 1024;

    /// <param name="reader">On its first row; null where nothing is asked of the database.</param>
    public async Task WriteAsync(NpgsqlDataReader? reader, Action<Utf8JsonWriter>? extensions, CancellationToken ct)
    {
        var rows =
            query.Plan.Statement.Rows is { } layout && reader is not null
                ? await SentRowsReader.OpenAsync(reader, layout, query.Plan.Statement.Columns.Length, ct)
                : null;
        var response = new ResponseEnvelope(sink);
        response.Errors(query.Failures);
        response.StartData();
        var column = 0;
        foreach (var field in query.Plan.Operation.Fields)
        {
            response.Field(field.ResponseKey);
            if (field.IsMeta)
            {
                sink.Write(IntrospectionWriter.Value(schema, field, query.Variables).Span);
            }
            else if (query.Fails(field))
            {
                sink.Write("null"u8);
            }
            else if (rows is not null)
            {
                await rows.WriteAnswerAsync(column++, sink, ct);
            }
            else
            {
                await ColumnAsync(reader!, column++, field, ct);
            }
        }

        rows?.End();
        response.EndData();
        response.End(extensions);
    }

    /// <summary>The value of the one root field alone.</summary>
    /// <param name="reader">On its first row.</param>
    public async Task WriteOnlyAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        if (query.Plan.Statement.Rows is { } layout)
        {
            var rows = await SentRowsReader.OpenAsync(reader, layout, columns: 1, ct);
            await rows.WriteAnswerAsync(0, sink, ct);
            rows.End();
            return;
        }

        await ColumnAsync(reader, 0, query.Plan.Operation.Fields[0], ct);
    }

    private async Task ColumnAsync(NpgsqlDataReader reader, int column, SelectedField field, CancellationToken ct)
    {
        if (await reader.IsDBNullAsync(column, ct))
        {
            // A statement gives a value for every field but those that find one thing, which are nullable.
            sink.Write(
                field.Field.Type.IsNonNull
                    ? throw new InvalidOperationException($"The statement gave null for {field.ParentType}.{field.Field.Name}.")
                    : "null"u8
            );
            return;
        }

        await using var text = await reader.GetStreamAsync(column, ct);
        int read;
        while ((read = await text.ReadAsync(sink.GetMemory(PieceBytes), ct)) > 0)
        {
            sink.Advance(read);
            await sink.PauseAsync(ct);
        }
    }
}
