using Npgsql;
using Npgsql.Schema;
using Parquet;
using Parquet.Schema;

namespace SocietyParty.Etl.Export.Parquet;

/// <summary>A column of a view as one of a Parquet file: its type, and the values of one row group.</summary>
internal abstract class ParquetColumn(DataField definition)
{
    /// <summary>Digits of a sum whose column does not say how many it has.</summary>
    private const int PrecisionUnknown = 28;

    private const int ScaleUnknown = 6;

    public DataField Field { get; } = definition;

    /// <summary>Takes the value of the row on which the reader stands.</summary>
    public abstract void Take(NpgsqlDataReader reader, int ordinal);

    /// <summary>Writes the values taken, and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken ct);

    /// <exception cref="NotSupportedException">A type that no view has today.</exception>
    public static ParquetColumn Of(NpgsqlDbColumn column)
    {
        var name = column.ColumnName;
        return column.PostgresType.Name switch
        {
            "smallint" => new ValueColumn<short>(new DataField<short?>(name)),
            "integer" => new ValueColumn<int>(new DataField<int?>(name)),
            "bigint" => new ValueColumn<long>(new DataField<long?>(name)),
            "boolean" => new ValueColumn<bool>(new DataField<bool?>(name)),
            "numeric" => Decimal(name, column.NumericPrecision, column.NumericScale),
            "date" => new DayColumn(new DateTimeDataField(name, DateTimeFormat.Date, isNullable: true)),
            "timestamp with time zone" => new ValueColumn<DateTime>(
                new DateTimeDataField(
                    name,
                    DateTimeFormat.Timestamp,
                    isAdjustedToUTC: true,
                    unit: DateTimeTimeUnit.Micros,
                    isNullable: true
                )
            ),
            "text" or "character" or "character varying" or "jsonb" => new TextColumn(
                new DataField(name, typeof(string), isNullable: true)
            ),
            "text[]" => new ListColumn(new DataField(name, typeof(string), isNullable: true)),
            var other => throw new NotSupportedException($"{name} is of type {other}, for which no Parquet type is chosen."),
        };
    }

    private static ValueColumn<decimal> Decimal(string name, int? precision, int? scale)
    {
        var (digits, fraction) = precision is > 0 ? (precision.Value, scale ?? 0) : (PrecisionUnknown, ScaleUnknown);
        return new ValueColumn<decimal>(
            new DecimalDataField(name, digits, fraction, isNullable: true),
            // Parquet would cut the digits off without a word.
            value =>
                decimal.Round(value, fraction) == value
                    ? value
                    : throw new InvalidDataException($"{name} has a value with more than {fraction} digits after the point.")
        );
    }

    private sealed class ValueColumn<T>(DataField field, Func<T, T>? check = null) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> values = [];

        public override void Take(NpgsqlDataReader reader, int ordinal)
        {
            if (reader.IsDBNull(ordinal))
            {
                values.Add(null);
                return;
            }

            var value = reader.GetFieldValue<T>(ordinal);
            values.Add(check is null ? value : check(value));
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken ct)
        {
            await group.WriteAsync<T>(Field, (ReadOnlyMemory<T?>)values.ToArray(), cancellationToken: ct);
            values.Clear();
        }
    }

    private sealed class DayColumn(DataField field) : ParquetColumn(field)
    {
        private readonly List<DateTime?> values = [];

        public override void Take(NpgsqlDataReader reader, int ordinal) =>
            values.Add(reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<DateOnly>(ordinal).ToDateTime(TimeOnly.MinValue));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken ct)
        {
            await group.WriteAsync<DateTime>(Field, (ReadOnlyMemory<DateTime?>)values.ToArray(), cancellationToken: ct);
            values.Clear();
        }
    }

    private class TextColumn(DataField field) : ParquetColumn(field)
    {
        private readonly List<string?> values = [];

        public override void Take(NpgsqlDataReader reader, int ordinal) =>
            values.Add(reader.IsDBNull(ordinal) ? null : Text(reader, ordinal));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken ct)
        {
            await group.WriteAsync(Field, values!);
            values.Clear();
        }

        protected virtual string Text(NpgsqlDataReader reader, int ordinal) => reader.GetString(ordinal);
    }

    /// <summary>Few words, which a reader searches as one text.</summary>
    private sealed class ListColumn(DataField field) : TextColumn(field)
    {
        protected override string Text(NpgsqlDataReader reader, int ordinal) => string.Join(',', reader.GetFieldValue<string[]>(ordinal));
    }
}
