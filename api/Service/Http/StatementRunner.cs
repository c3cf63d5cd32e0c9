using Npgsql;
using NpgsqlTypes;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Http;

/// <summary>Sends a statement to PostgreSQL: one round trip, one row of JSON.</summary>
public sealed class StatementRunner(NpgsqlDataSource database)
{
    /// <summary>The JSON of each root field as UTF-8, in the order of the statement's columns; null for SQL's null.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> RunAsync(
        Statement statement, IReadOnlyList<ParameterValue> values, CancellationToken ct)
    {
        await using var command = database.CreateCommand(statement.Text);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = Sent(value), NpgsqlDbType = TypeOf(value) });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            throw new InvalidOperationException("A planned statement gave no row.");
        var columns = new ReadOnlyMemory<byte>?[statement.Columns.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = await reader.IsDBNullAsync(i, ct) ? null : await reader.GetFieldValueAsync<byte[]>(i, ct);
        return columns;
    }

    // PostgreSQL has no moment but in UTC.
    private static object Sent(ParameterValue parameter) => parameter.Value switch
    {
        null => DBNull.Value,
        DateTimeOffset moment => moment.ToUniversalTime(),
        DateTimeOffset[] moments => Array.ConvertAll(moments, moment => moment.ToUniversalTime()),
        var value => value,
    };

    private static NpgsqlDbType TypeOf(ParameterValue parameter) =>
        TypeOf(parameter.Type) | (parameter.IsArray ? NpgsqlDbType.Array : 0);

    private static NpgsqlDbType TypeOf(SqlType type) => type switch
    {
        SqlType.Key or SqlType.Long => NpgsqlDbType.Bigint,
        SqlType.Int => NpgsqlDbType.Integer,
        SqlType.Numeric => NpgsqlDbType.Numeric,
        SqlType.Real => NpgsqlDbType.Double,
        SqlType.Date => NpgsqlDbType.Date,
        SqlType.Timestamp => NpgsqlDbType.TimestampTz,
        SqlType.Boolean => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };
}
