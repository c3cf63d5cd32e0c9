using System.Data;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>An indicator, as a person reads it, with the statement that answers for it.</summary>
public sealed record ExplainedIndicator
{
    /// <summary>Such as I08.</summary>
    public required string Id { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; init; }

    /// <summary>Name in English words.</summary>
    public required string NameEn { get; init; }

    /// <summary>In the words of the default rule set where it has some.</summary>
    public required string Definition { get; init; }

    /// <summary>In English.</summary>
    [JsonIgnore]
    public required string DefinitionEn { get; init; }

    /// <summary>What is counted.</summary>
    public required string NumeratorZh { get; init; }

    /// <summary>What is counted, in English.</summary>
    [JsonIgnore]
    public required string NumeratorEn { get; init; }

    /// <summary>What it is compared with.</summary>
    public required string DenominatorZh { get; init; }

    /// <summary>What it is compared with, in English.</summary>
    [JsonIgnore]
    public required string DenominatorEn { get; init; }

    /// <summary>Null where the rule of each committee and day counts.</summary>
    public string? RuleSetCode { get; init; }

    /// <summary>The clauses that it is founded on, as people cite them.</summary>
    public required string[] Citations { get; init; }

    /// <summary>Fact that it is summed over.</summary>
    public required string Fact { get; init; }

    /// <summary>What a row of the fact is about.</summary>
    public required string Grain { get; init; }

    /// <summary>Such as PERIODIC_SNAPSHOT.</summary>
    public required string FactKind { get; init; }

    /// <summary>What numerator and denominator add over.</summary>
    public required string Additivity { get; init; }

    /// <summary>Which months of a period count.</summary>
    public required string TimeRule { get; init; }

    /// <summary>What it can be grouped and filtered by.</summary>
    public required string[] Dimensions { get; init; }

    /// <summary>The SQL that gives its values.</summary>
    public required string Statement { get; init; }

    /// <summary>Of the newest value; null where too few people would be told of.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Of the newest value.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The newest value; null where the denominator is 0.</summary>
    public decimal? Value { get; init; }

    /// <summary>The last day that it tells; null where nothing is loaded.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Reads what an indicator is, and its newest value.</summary>
public static class IndicatorReader
{
    private const string Read = """
        SELECT i.id, i.name_zh AS NameZh, i.name_en AS NameEn, i.definition, i.numerator_zh AS NumeratorZh, i.denominator_zh AS DenominatorZh,
               i.definition_en AS DefinitionEn, i.numerator AS NumeratorEn, i.denominator AS DenominatorEn,
               i.rule_set_code AS RuleSetCode,
               ARRAY(SELECT c.citation FROM mart.clause_of(i.source) AS c ORDER BY c.position) AS Citations, i.fact, i.grain, i.fact_kind AS FactKind, i.additivity,
               i.time_rule AS TimeRule, i.dimensions, dw.indicator_statement(i.id, @by, NULL, NULL, NULL, '{}', NULL, false) AS Statement,
               v.numerator AS Numerator, v.denominator AS Denominator, v.value, v.as_of AS AsOf
        FROM mart.indicator AS i
        CROSS JOIN LATERAL mart.indicator_value(i.id) AS v
        WHERE i.id = upper(@id)
        """;

    /// <summary>Null where there is no such indicator.</summary>
    /// <param name="by">What the statement groups by; a key that the indicator does not have throws with what it has.</param>
    public static async Task<ExplainedIndicator?> ReadAsync(NpgsqlDataSource database, string id, string[] by, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return await connection.QuerySingleOrDefaultAsync<ExplainedIndicator>(
            new CommandDefinition(Read, new { id, by }, cancellationToken: ct)
        );
    }

    /// <summary>What an indicator can be grouped by; none where there is no such indicator.</summary>
    public static async Task<IReadOnlyList<string>> DimensionsAsync(NpgsqlDataSource database, string id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var command = new CommandDefinition(
            "SELECT unnest(dimensions || ARRAY['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR']) FROM mart.indicator WHERE id = upper(@id)",
            new { id },
            cancellationToken: ct
        );
        return (await connection.QueryAsync<string>(command)).ToList();
    }

    /// <summary>The identities that there are, in order.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var command = new CommandDefinition("SELECT id FROM mart.indicator ORDER BY position", cancellationToken: ct);
        return (await connection.QueryAsync<string>(command)).ToList();
    }
}
