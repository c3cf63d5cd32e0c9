using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Graph.Tests.Sql.Indexes;

/// <summary>What the contract lets filter and order by has an index, or the map says why not.</summary>
public sealed class IndexedPathsTests : IAsyncLifetime
{
    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Schema = WebHost.SchemaOfContract();

    private NpgsqlDataSource source = null!;
    private NpgsqlConnection connection = null!;
    private ServiceHost service = null!;
    private PlanScans scans = null!;

    public async Task InitializeAsync()
    {
        var connectionString = await City.NewAsync();
        source = NpgsqlDataSource.Create(connectionString);
        (await GraphGenerator.RunAsync(source, new GenerateOptions(3_000, Seed: 7, Profile.Nation))).Problem.ShouldBeNull();
        connection = await source.OpenConnectionAsync();
        // A table without rows has nothing to choose an index for.
        await ExecuteAsync("INSERT INTO graph.society_alias (society_id, alias) SELECT id, name || '别名' FROM graph.society");
        await ExecuteAsync("VACUUM ANALYZE");
        service = await ServiceHost.StartAsync(connectionString);
        scans = await PlanScans.OverAsync(connection, service.Pipeline);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Every_filter_can_use_an_index_or_the_map_says_why_not()
    {
        var paths = FilterPaths.Of(Schema, depth: 2).Where(path => !UnindexedPaths.ComputedLists.ContainsKey(path.Root)).ToList();
        paths.Count.ShouldBeGreaterThan(300);
        var missing = new List<string>();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            IReadOnlyList<string> whole = [];
            foreach (var where in path.Where)
            {
                whole = await scans.WholeTablesAsync($"{{ {path.Root}(where: {where}) {{ totalCount }} }}");
                if (whole.Count == 0)
                {
                    break;
                }
            }

            if (whole.Count == 0)
            {
                continue;
            }

            needed.Add(path.Name);
            if (!UnindexedPaths.Reasons.ContainsKey(path.Name))
            {
                missing.Add($"{path.Name}: {path.Root} {path.Where[0]} reads all of {string.Join(", ", whole)}");
            }
        }

        missing.ShouldBeEmpty();
        UnindexedPaths
            .Reasons.Keys.Where(name => !name.EndsWith(" order", StringComparison.Ordinal))
            .Except(needed)
            .ShouldBeEmpty("These have an index: their reasons are not needed.");
    }

    [Fact]
    public async Task What_pages_ask_for_reads_no_large_table_whole()
    {
        string[] lists =
        [
            "duties(asOf: \"2024-07-15\", where: { committee: { id: { eq: \"Q29tbWl0dGVlOjE=\" } } })",
            "duties(asOf: \"2024-07-15\", where: { period: { eq: \"2024Q1\" } })",
            "duties(where: { committee: { within: \"Q29tbWl0dGVlOjE=\" } })",
            "societies(where: { committee: { within: \"Q29tbWl0dGVlOjE=\" }, coverage: { isWorked: { eq: false } } })",
            "branches(where: { committee: { within: \"Q29tbWl0dGVlOjE=\" }, members: { count: { gte: 50 } } })",
        ];
        foreach (var list in lists)
        {
            (await scans.WholeTablesAsync($"{{ {list} {{ totalCount }} }}")).ShouldBeEmpty(list);
        }
    }

    [Fact]
    public async Task Every_order_by_a_field_of_its_own_comes_from_an_index_or_the_map_says_why_not()
    {
        var missing = new List<string>();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Schema.Query.Fields.Where(field => field.Has("connection")))
        {
            var type = (InputObjectType)root.Arguments.Single(argument => argument.Name == "order").Type.Named;
            var owner = type.Name[..^"SortInput".Length];
            if (UnindexedPaths.SmallTables.ContainsKey(GraphMap.For(Schema)[owner].Table.Split('.')[1]))
            {
                continue;
            }

            foreach (var field in type.Fields.Where(field => field.Type.Named.Name == "SortEnumType"))
            {
                var name = $"{owner}.{field.Name} order";
                var isText = ((ObjectType)Schema.Type(owner)!).Field(field.Name)!.Type.Named.Name == "String";
                foreach (var direction in new[] { "ASC", "DESC" })
                {
                    if (
                        await scans.ComesInOrderAsync(
                            $"{{ {root.Name}(first: 20, order: [{{ {field.Name}: {direction} }}]) {{ nodes {{ __typename }} }} }}",
                            isText
                        )
                    )
                    {
                        continue;
                    }

                    needed.Add(name);
                    if (!UnindexedPaths.Reasons.ContainsKey(name))
                    {
                        missing.Add($"{name} {direction}");
                    }
                }
            }
        }

        missing.ShouldBeEmpty();
        UnindexedPaths.Reasons.Keys.Where(name => name.EndsWith(" order", StringComparison.Ordinal)).Except(needed).ShouldBeEmpty();
    }
}
