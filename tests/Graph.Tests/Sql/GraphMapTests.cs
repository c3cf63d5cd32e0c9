using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Graph.Tests.Sql;

/// <summary>The map against the contract on one side and the database on the other.</summary>
public sealed class GraphMapTests
{
    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Schema = WebHost.SchemaOfContract();

    [Fact]
    public void Every_type_that_can_be_found_by_identity_has_a_table_with_a_key()
    {
        var map = GraphMap.For(Schema);
        foreach (var type in Schema.PossibleTypes((InterfaceType)Schema.Type("Node")!))
        {
            map[type.Name].RequiredKey.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Every_mapped_table_and_column_is_there()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        foreach (var entity in GraphMap.For(Schema).Entities)
        {
            if (entity.Key is not null)
            {
                await SelectAsync(database, entity.Table, [entity.Key]);
            }

            foreach (var (name, field) in entity.Fields)
            {
                await CheckAsync(database, entity.Table, $"{entity.TypeName}.{name}", field);
            }
        }
    }

    /// <summary>Its key says whether there is one.</summary>
    [Fact]
    public void Every_related_thing_that_may_be_missing_has_a_key()
    {
        var map = GraphMap.For(Schema);
        foreach (var entity in map.Entities)
        {
            foreach (var field in ((ObjectType)Schema.Type(entity.TypeName)!).Fields.Where(field => !field.Type.IsNonNull))
            {
                if (entity.Fields[field.Name] is ToOneMap one)
                {
                    map[one.TargetType].Key.ShouldNotBeNull($"{entity.TypeName}.{field.Name}");
                }
            }
        }
    }

    /// <summary>A dated step without <c>asOf</c> could tell of today only; <c>asOf</c> without a dated step would be ignored.</summary>
    [Fact]
    public void Every_dated_relation_has_its_argument_and_the_other_way_round()
    {
        foreach (var entity in GraphMap.For(Schema).Entities)
        {
            foreach (var field in ((ObjectType)Schema.Type(entity.TypeName)!).Fields)
            {
                var path = entity.Fields[field.Name] switch
                {
                    ToOneMap one => one.Path,
                    // Asked by another way where a day is given.
                    ToManyMap { OnDay: { } onDay } => onDay,
                    ToManyMap many => many.Path,
                    JoinedColumnMap joined => joined.Path,
                    _ => null,
                };
                field
                    .Arguments.Any(argument => argument.Name == "asOf")
                    .ShouldBe(
                        path is not null
                            && (
                                path.Steps.Any(step => step.DateRange is not null)
                                || (
                                    entity.Fields[field.Name] is ToManyMap { TargetType: var target }
                                    && GraphMap.For(Schema)[target].OnDay is not null
                                )
                            ),
                        $"{entity.TypeName}.{field.Name}"
                    );
            }
        }
    }

    private static Task CheckAsync(NpgsqlDataSource database, string table, string name, FieldMap field) =>
        field switch
        {
            ColumnMap column => SelectAsync(database, table, [column.Column]),
            LocalizedMap sentence => SelectAsync(database, table, [sentence.Chinese, sentence.English]),
            RatioMap ratio => SelectAsync(database, table, [ratio.Numerator, ratio.Denominator]),
            IdentityMap identity => SelectAsync(database, table, [identity.Column]),
            JoinedColumnMap joined => CheckPathAsync(database, table, joined.Path, joined.Column),
            ToOneMap one => CheckPathAsync(database, table, one.Path),
            ToManyMap many => CheckPathAsync(database, table, many.Path, [.. many.Order.Select(order => order.Column)]),
            FunctionMap function => SelectAsync(
                database,
                table,
                [$"(SELECT count({FunctionMap.Position}) FROM {function.Function}({function.Column}))"]
            ),
            FunctionPageMap page => SelectAsync(
                database,
                table,
                [$"(SELECT count(*) FROM {page.Function}({string.Join(", ", page.Columns)}))"]
            ),
            // Its function's rows are those of IndicatorValue.
            IndicatorValuesMap => Task.CompletedTask,
            EmbeddedMap embedded => CheckAllAsync(database, table, name, embedded),
            _ => throw new NotSupportedException($"{name} has a map that this test does not know: {field}"),
        };

    private static async Task CheckAllAsync(NpgsqlDataSource database, string table, string name, EmbeddedMap embedded)
    {
        foreach (var (part, field) in embedded.Fields)
        {
            await CheckAsync(database, table, $"{name}.{part}", field);
        }
    }

    private static async Task CheckPathAsync(NpgsqlDataSource database, string table, JoinPath path, params string[] columns)
    {
        var previous = table;
        foreach (var step in path.Steps)
        {
            await SelectAsync(database, previous, [step.PreviousColumn]);
            await SelectAsync(database, step.Table, [step.Column, .. new[] { step.DateRange, step.Flag }.OfType<string>()]);
            previous = step.Table;
        }

        await SelectAsync(database, previous, columns);
    }

    // A function is asked for its rows with arguments that it takes.
    private static readonly Dictionary<string, string> Calls = new()
    {
        ["mart.indicator_comparison"] = "('I01')",
        ["mart.indicator_rows"] = "('I01')",
        ["mart.score_value"] = "()",
        ["mart.register"] = "('ASSESSMENT')",
        ["mart.register_value"] = "('ASSESSMENT')",
        ["mart.score_bars"] = "('[]')",
    };

    private static async Task SelectAsync(NpgsqlDataSource database, string table, string[] columns)
    {
        await using var command = database.CreateCommand(
            $"SELECT {string.Join(", ", columns)} FROM {table}{Calls.GetValueOrDefault(table)} LIMIT 0"
        );
        await command.ExecuteNonQueryAsync();
    }
}
