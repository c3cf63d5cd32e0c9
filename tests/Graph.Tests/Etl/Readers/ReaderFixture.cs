using Npgsql;
using SocietyParty.Etl.Readers;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>A loaded warehouse in the private cluster of the tests, and one reader of it. Roles are the whole cluster's.</summary>
[CollectionDefinition(nameof(ReaderFixture))]
public sealed class ReaderFixture : IAsyncLifetime, ICollectionFixture<ReaderFixture>
{
    public const string Reader = "reader_of_the_table";

    private LoadDatabase? database;

    internal LoadDatabase Database => database!;

    public string Password { get; private set; } = "";

    public async Task InitializeAsync()
    {
        database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        Password = await ReaderAccount.CreateAsync(database.Source, Reader, new ReaderLimits(), isPrivate: true);
    }

    public async Task DisposeAsync()
    {
        await ReaderAccount.RevokeAsync(Database.Source, Reader);
        await Database.DisposeAsync();
    }

    /// <summary>As <c>reader create</c> prints it for Npgsql, without a pool: each connection is a login.</summary>
    internal string ConnectionString(string name, string password) =>
        new NpgsqlConnectionStringBuilder(
            ConnectionStrings
                .Of(Database.ConnectionString, name, password)
                .Single(tool => tool.Tool.StartsWith("Npgsql", StringComparison.Ordinal))
                .Text
        )
        {
            Pooling = false,
        }.ConnectionString;

    internal async Task<NpgsqlConnection> LogInAsync(string name = Reader, string? password = null)
    {
        var connection = new NpgsqlConnection(ConnectionString(name, password ?? Password));
        await connection.OpenAsync();
        return connection;
    }
}
